import { add_words, both } from "../words/words";

export const session_words = both(
  {
    title: "Sign in", email: "E-mail address", password: "Password", enter: "Sign in", entering: "Signing in…",
    other: "Sign in with your company account", ended: "Your session has ended. Sign in again: you come back to the same page.",
    invited: "Choose your password", invited_why: "You were invited to Vigie. Choose a password of 12 characters at least; a sentence is easiest to keep.",
    again: "The same again", differ: "These two are not the same.", short: "12 characters at least: {{count}} so far.", choose: "Choose and sign in",
    used: "This invitation was used already, or is too old. Ask for another one.", language: "Français", done: "Your password is chosen. Sign in.",
    forgotten: "Password forgotten? An administrator can invite you again.", show: "Show", hide: "Hide",
  },
  {
    title: "Se connecter", email: "Adresse électronique", password: "Mot de passe", enter: "Se connecter", entering: "Connexion…",
    other: "Se connecter avec le compte de l’entreprise", ended: "Votre session est terminée. Reconnectez-vous\u00a0: vous reviendrez à la même page.",
    invited: "Choisir un mot de passe", invited_why: "Vous êtes invité dans Vigie. Choisissez un mot de passe d’au moins 12 caractères\u202f; une phrase se retient le mieux.",
    again: "Le même encore une fois", differ: "Ces deux-là ne sont pas les mêmes.", short: "12 caractères au moins\u00a0: {{count}} pour l’instant.", choose: "Choisir et se connecter",
    used: "Cette invitation a déjà servi, ou elle est trop ancienne. Demandez-en une autre.", language: "English", done: "Votre mot de passe est choisi. Connectez-vous.",
    forgotten: "Mot de passe oublié\u202f? Un administrateur peut vous inviter de nouveau.", show: "Voir", hide: "Cacher",
  },
);
add_words("session", session_words);
