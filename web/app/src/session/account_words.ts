import { add_words, both } from "../words/words";

export const account_words = both(
  {
    who: "Who I am here", name: "Name", email: "E-mail address", roles: "Roles", may: "May", permissions: "{{count}} rights", who_why: "An administrator changes these.", looks: "How pages look", looks_why: "Kept in this browser.", language: "Language", theme: "Theme",
    theme_auto: "As this machine", theme_light: "Light", theme_dark: "Dark", density: "Row height", compact: "Compact", usual: "Usual", comfortable: "Comfortable", shortcuts: "Keyboard shortcuts (? lists them)", notices: "How I am told of notices",
    password: "Password", old: "Password now", new: "New password", again: "The same again", rule: "12 characters at least; a sentence is easiest to keep.", short: "12 characters at least: {{count}} so far.", differ: "These two are not the same.", change: "Change the password",
    changed: "The password is changed; your other sessions have ended", sessions: "Sessions", from: "From", begun: "Begun", seen: "Last seen", here: "This one", end: "End", end_others: "End all others", session_ended: "The session has ended",
  },
  {
    who: "Qui je suis ici", name: "Nom", email: "Adresse électronique", roles: "Rôles", may: "Peut", permissions: "{{count}} droits", who_why: "Un administrateur les modifie.", looks: "Aspect des pages", looks_why: "Gardé dans ce navigateur.", language: "Langue", theme: "Thème",
    theme_auto: "Comme cette machine", theme_light: "Clair", theme_dark: "Sombre", density: "Hauteur des lignes", compact: "Compacte", usual: "Habituelle", comfortable: "Confortable", shortcuts: "Raccourcis clavier (? en donne la liste)", notices: "Comment je suis prévenu",
    password: "Mot de passe", old: "Mot de passe actuel", new: "Nouveau mot de passe", again: "Le même encore une fois", rule: "12 caractères au moins\u202f; une phrase se retient le mieux.", short: "12 caractères au moins\u00a0: {{count}} pour l’instant.", differ: "Ces deux-là ne sont pas les mêmes.", change: "Changer le mot de passe",
    changed: "Le mot de passe est changé\u202f; vos autres sessions sont terminées", sessions: "Sessions", from: "Depuis", begun: "Ouverte", seen: "Vue", here: "Celle-ci", end: "Terminer", end_others: "Terminer toutes les autres", session_ended: "La session est terminée",
  },
);
add_words("account", account_words);
