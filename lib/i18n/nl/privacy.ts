import type { PrivacyTexts } from '../en/privacy.ts';

export const privacy: PrivacyTexts = {
  privacy: {
    data: {
      title: 'Wat Boekbrug verwerkt',
      text: 'Je facturen, creditnota’s, klanten en betalingen in Teamleader en Exact Online, voor zover nodig om te boeken, te vergelijken en te importeren, en de aanmeldingen die je geeft.',
    },
    leaves: {
      title: 'Waar het heen gaat',
      text: 'Van deze browser rechtstreeks naar Teamleader en naar Exact Online, en nergens anders heen. Wij hebben geen server, geen telemetrie en geen reclame, en er wordt niets verkocht of doorgegeven.',
    },
    kept: {
      title: 'Wat bewaard wordt, en waar',
      text: 'Alleen in deze browser: je instellingen en sleutels, de aanmeldingen, een kopie van wat het laatst gelezen is, en de geschiedenis van wat geschreven is. Webpagina’s kunnen er niet bij.',
    },
    ends: {
      title: 'Hoe het eindigt',
      text: 'Verbinding verbreken beëindigt een aanmelding en vergeet de tokens. Wie de extensie verwijdert, verwijdert alles wat hier bewaard is. Wat geboekt is, blijft in Exact Online: het is je boekhouding.',
    },
    support: {
      title: 'Als je hulp vraagt',
      text: 'Het diagnosebestand wordt alleen gemaakt als je klikt, en verlaat deze browser alleen als je het verstuurt. Er staan geen namen, bedragen, documentnummers of sleutels in.',
    },
  },
};
