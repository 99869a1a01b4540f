import type { SandboxAnswer } from '../contract.ts';

const escapeHtml = (text: string): string => text.replace(/[&<>"']/g, (sign) => `&#${sign.codePointAt(0)};`);

const STYLE = `
  :root { color-scheme: light; font: 15px/1.5 system-ui, sans-serif; color: #1d2733; }
  body { margin: 0; min-height: 100vh; display: grid; place-items: center; background: #f2f4f6; }
  main { background: #fff; border: 1px solid #d9dfe5; border-radius: 8px; padding: 32px 36px; width: 340px; }
  h1 { font-size: 20px; margin: 0 0 4px; } p { margin: 0 0 18px; color: #52606d; }
  label { display: block; font-weight: 600; margin: 0 0 14px; }
  input { display: block; box-sizing: border-box; width: 100%; margin-top: 4px; padding: 9px 10px; font: inherit; border: 1px solid #9aa5b1; border-radius: 4px; }
  button { font: inherit; font-weight: 600; padding: 9px 18px; border-radius: 4px; border: 1px solid #c00; background: #c00; color: #fff; cursor: pointer; }
  button[value=no] { background: #fff; color: #1d2733; border-color: #9aa5b1; margin-left: 8px; }
  [role=alert] { background: #fdecea; color: #8a1c13; padding: 8px 12px; border-radius: 4px; margin-bottom: 16px; }
`;

const page = (status: number, title: string, content: string): SandboxAnswer => ({
  status,
  headers: { 'Content-Type': 'text/html; charset=utf-8', 'Cache-Control': 'no-store' },
  body: `<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${escapeHtml(title)}</title><style>${STYLE}</style><main>${content}</main></html>`,
});

export const loginPage = (problem: string | null): SandboxAnswer =>
  page(
    200,
    'Log in - Exact Online (sandbox)',
    `<h1>Exact Online</h1><p>Sandbox: a stand-in for the real service</p>${problem === null ? '' : `<div role="alert">${escapeHtml(problem)}</div>`}<form method="post"><label>User name<input name="UserName" type="email" autocomplete="username" required></label><label>Password<input name="Password" type="password" autocomplete="current-password" required></label><button>Log in</button></form>`,
  );

export const consentPage = (user: string): SandboxAnswer =>
  page(
    200,
    'Permission - Exact Online (sandbox)',
    `<h1>Give permission?</h1><p>${escapeHtml(user)}, the app <strong>Boekbrug</strong> asks to read and write the data of your administrations.</p><form method="post"><button name="consent" value="yes">Allow</button><button name="consent" value="no">Refuse</button></form>`,
  );

export const errorPage = (problem: string): SandboxAnswer =>
  page(
    400,
    'Error - Exact Online (sandbox)',
    `<h1>That did not work</h1><div role="alert">${escapeHtml(problem)}</div>`,
  );

export const homePage = (title: string, text: string): SandboxAnswer =>
  page(200, `${title} - Exact Online (sandbox)`, `<h1>${escapeHtml(title)}</h1><p>${escapeHtml(text)}</p>`);

export const redirect = (to: string, headers: Readonly<Record<string, string>> = {}): SandboxAnswer => ({
  status: 302,
  headers: { Location: to, 'Cache-Control': 'no-store', ...headers },
});
