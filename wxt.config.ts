import { defineConfig } from 'wxt';

/**
 * The public half of a key pair whose only use is a stable extension id, on which the OAuth redirect
 * address (https://<id>.chromiumapp.org/) depends. The private half was never kept.
 */
const PUBLIC_KEY =
  'MIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8AMIIBCgKCAQEAurWLFZ99L7WrGOn4jGLFAqOUFjBFMAhtTLw2hkzCsOKbvBaMkLOLrDpOM80LCggzS6Qha76mg+K0DlMLSxRCpPeI3vXEzjSbxowGvBpn9+zMHIm7TF99nMW8d86PVj8QUr6wp7HPWBLLyFUbRpapwqvl+BkWJPz4p6tNU/6P75e8ZhlkGuEMIhRSDl3TO3qDUSjCoDZXnZkTES4xC/N2VhbIHUO8pe0SQvQWpljTl+Q9gFJuK7JAeGs1yRVpxH+gVAQtwlP01aWhJPNbejzXEZaNh5P9WXY7pAcuDuktwaaETjnX1cpBkF5FBXzM3lmDYzMhPzTiua/uXiQ0pPXQaQIDAQAB';

const TEAMLEADER_HOSTS = ['https://focus.teamleader.eu/*', 'https://api.focus.teamleader.eu/*'];
const EXACT_HOME_HOSTS = ['https://start.exactonline.be/*', 'https://start.exactonline.nl/*'];
/** Where Teamleader offers PDFs: asked for when they are to be stored in Exact. */
const TEAMLEADER_FILES_HOST = 'https://cdn.teamleader.eu/*';
const EXACT_OTHER_HOSTS = ['de', 'fr', 'co.uk', 'es', 'com'].map((domain) => `https://start.exactonline.${domain}/*`);

/**
 * Leaves out what WXT puts around a script: a context of its own, which brings the polyfill along (together more than
 * half of the content script) and posts a message to the window of every page, and a storage that nobody uses. Ours has
 * a life of its own.
 */
const bareScripts = {
  name: 'bare-scripts',
  transform: (code: string, id: string) =>
    /virtual:wxt-(content-script-isolated-world|unlisted-script)-entrypoint/.test(id)
      ? `${/^import definition from .*$/m.exec(code)?.[0]}\nexport default definition.main();`
      : undefined,
};

/**
 * The popup's code waits in a template for its picture to be painted: Chrome shows the toolbar's bubble only once all that
 * the page itself names is loaded.
 */
const pictureFirst = {
  name: 'picture-first',
  apply: 'build',
  transformIndexHtml: {
    order: 'post',
    handler: (html: string) => {
      if (!html.includes('/popup-picture.js')) return html;
      const code = /\s*<(script type="module"|link rel="modulepreload")[^>]*>(<\/script>)?/g;
      const template = `<template id="code">${(html.match(code) ?? []).join('')}\n    </template>`;
      return html.replace(code, '').replace('<div id="root">', `${template}\n    <div id="root">`);
    },
  },
} as const;

/** The first versions that this is built for, and tried in. */
const OLDEST = { chromium: 123, firefox: 153 } as const;

const CHROMIUM = {
  key: PUBLIC_KEY,
  minimum_chrome_version: String(OLDEST.chromium),
  storage: { managed_schema: 'managed-schema.json' },
} as const;

/** Firefox takes what a policy sets without a schema. */
const FIREFOX = {
  browser_specific_settings: {
    gecko: {
      id: '{7d0c1f0e-5b1e-4a53-9c35-2f6a8f0d4b6e}',
      strict_min_version: `${OLDEST.firefox}.0`,
      // For Mozilla, what goes to the user's own services leaves the browser as well.
      data_collection_permissions: {
        required: ['personallyIdentifyingInfo', 'financialAndPaymentInfo', 'authenticationInfo'],
      },
    },
  },
} as const;

export default defineConfig({
  modules: ['@wxt-dev/module-react', '@wxt-dev/webextension-polyfill'],
  imports: false,
  manifestVersion: 3,
  // As the manifest promises.
  vite: ({ browser }) => ({
    plugins: [bareScripts, pictureFirst],
    build: {
      target: browser === 'firefox' ? `firefox${OLDEST.firefox}` : `chrome${OLDEST.chromium}`,
      // Both know it.
      modulePreload: { polyfill: false },
    },
  }),
  manifest: ({ browser }) => ({
    name: '__MSG_extensionName__',
    description: '__MSG_extensionDescription__',
    default_locale: 'en',
    ...(browser === 'firefox' ? FIREFOX : CHROMIUM),
    permissions: ['storage', 'identity', 'notifications', 'alarms'],
    host_permissions: [...TEAMLEADER_HOSTS, ...EXACT_HOME_HOSTS],
    optional_host_permissions: [...EXACT_OTHER_HOSTS, TEAMLEADER_FILES_HOST],
    content_security_policy: {
      extension_pages:
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; connect-src https://focus.teamleader.eu https://api.focus.teamleader.eu https://cdn.teamleader.eu https://start.exactonline.be https://start.exactonline.nl https://start.exactonline.de https://start.exactonline.fr https://start.exactonline.co.uk https://start.exactonline.es https://start.exactonline.com; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
    },
  }),
});
