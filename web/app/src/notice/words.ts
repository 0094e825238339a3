import { add_words, both } from "../words/words";

export const notice_words = both(
  {
    unread_one: "{{count}} notice to read", unread_other: "{{count}} notices to read", none_unread: "You have read every notice", reading: "Reading your notices…",
    all: "All", only_unread: "Unread", shown: "Which notices", read_all: "Mark all as read", read: "Mark as read", settings: "How to be told", close_settings: "Close",
    empty: "No notice yet", empty_why: "Warning rules tell here, before a promise breaks, those who can still act. An administrator or a service delivery manager writes the rules.",
    empty_unread: "Nothing to read", empty_unread_why: "What is told to you from now on appears here by itself.", show_all: "Show those already read",
    reached: "reached {{when}}", due: "due {{when}}", late: "told {{length}} late", late_why: "The program was stopped or waited; the point was reached at {{when}}.", level: "level {{level}}", urgent: "at any hour", rule: "rule {{rule}}",
    taken_by: "Taken in charge by {{who}}, {{when}}", take: "I take it", take_title: "Take this in charge", take_why: "The ladder stops here: nobody else is told further up. A note says what you do.", note: "What you do (optional)", taken: "You took it in charge: nobody else is told.",
    read_done: "All notices are read.", today: "Today", yesterday: "Yesterday", open: "Open", unread_mark: "Unread",
    pref: {
      title: "How to be told", email: "E-mail", daily_at: "At", zone: "Time zone", zone_hint: "As in Europe/Paris; empty: that of the installation.", hours: "Hours of e-mail",
      hours_hint: "As in mon-fri 08:00-18:00; outside them only what is urgent is sent. Empty: any hour.", never_note: "Notices still come here.", saved: "Saved: this is how you are told.", here: "Always here, in Vigie; also by e-mail:",
    },
  },
  {
    unread_one: "{{count}} avis à lire", unread_other: "{{count}} avis à lire", none_unread: "Vous avez lu tous les avis", reading: "Lecture de vos avis…",
    all: "Tous", only_unread: "Non lus", shown: "Quels avis", read_all: "Tout marquer comme lu", read: "Marquer comme lu", settings: "Comment être prévenu", close_settings: "Fermer",
    empty: "Aucun avis encore", empty_why: "Les règles d’alerte préviennent ici, avant qu’un engagement casse, ceux qui peuvent encore agir. Un administrateur ou un responsable de la qualité de service écrit ces règles.",
    empty_unread: "Rien à lire", empty_unread_why: "Ce qui vous sera dit désormais viendra ici de lui-même.", show_all: "Montrer ceux déjà lus",
    reached: "atteint {{when}}", due: "échéance {{when}}", late: "dit avec {{length}} de retard", late_why: "Le programme était arrêté ou attendait\u202f; le seuil a été atteint à {{when}}.", level: "niveau {{level}}", urgent: "à toute heure", rule: "règle {{rule}}",
    taken_by: "Pris en charge par {{who}}, {{when}}", take: "Je m’en occupe", take_title: "Prendre en charge", take_why: "L’escalade s’arrête ici\u00a0: personne d’autre n’est prévenu plus haut. Une note dit ce que vous faites.", note: "Ce que vous faites (facultatif)", taken: "Vous l’avez pris en charge\u00a0: personne d’autre n’est prévenu.",
    read_done: "Tous les avis sont lus.", today: "Aujourd’hui", yesterday: "Hier", open: "Ouvrir", unread_mark: "Non lu",
    pref: {
      title: "Comment être prévenu", email: "Courriel", daily_at: "À", zone: "Fuseau horaire", zone_hint: "Par exemple Europe/Paris\u202f; vide\u00a0: celui de l’installation.", hours: "Heures de courriel",
      hours_hint: "Par exemple mon-fri 08:00-18:00\u202f; en dehors, seul ce qui est urgent part. Vide\u00a0: à toute heure.", never_note: "Les avis viennent toujours ici.", saved: "Enregistré\u00a0: voilà comment vous êtes prévenu.", here: "Toujours ici, dans Vigie\u202f; et aussi par courriel\u00a0:",
    },
  },
);
add_words("notice", notice_words);
