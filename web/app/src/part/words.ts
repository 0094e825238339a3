import { add_words, both } from "../words/words";

export const part_words = both(
  {
    state: { on: "On track", met: "Met", risk: "At risk", br: "Breached", pau: "Paused", exc: "Excluded", stopped: "Stopped", none: "No clock" },
    holder: { us: "Us", customer: "Customer", supplier: "Supplier", none: "Third party", nobody: "Nobody", off: "Outside service hours", limit: "Limit" },
    left: "left", over: "over", paused_left: "{{time}} left", no_due: "no limit while it waits",
    why: "Why?", close: "Close", cancel: "Cancel", save: "Save", retry: "Try again", back: "Back", undo: "Undo", more: "{{count}} more",
    load_more: "Show more", loading: "Loading…", none: "None", all: "All", yes: "Yes", no: "No", search: "Search", clear: "Clear",
    priority: "Priority {{priority}}",
    problem: {
      unreachable: "Vigie does not answer", unreachable_why: "What you typed is kept. It is asked again by itself when the connection is back.",
      no_answer: "The answer takes too long", no_answer_why: "The server did not answer within 30 seconds. Try again in a moment.",
      passing: "Vigie cannot answer just now", passing_why: "It is asked again by itself.",
      internal: "Something went wrong on our side", internal_why: "Nothing was changed. If it happens again, give this number to your administrator: {{id}}",
      not_found: "There is nothing here", not_found_why: "It was removed, has another reference, or is not yours to see.",
      not_permitted: "You do not have the right to see this", not_permitted_why: "Ask an administrator: it takes the right named in this sentence. {{detail}}",
      changed: "Somebody changed this meanwhile", changed_why: "What you typed is kept. Look at what changed, then save again.",
      refused: "This was refused", at_field: "{{label}}: {{detail}}",
      home: "Go to the home page",
    },
    list: { rows_one: "{{count}} row", rows_other: "{{count}} rows", of: "{{shown}} of {{total}}" },
    table: "Table", chart: "Chart",
    copied: "Copied", copy: "Copy",
  },
  {
    state: { on: "Dans les délais", met: "Tenu", risk: "À risque", br: "Non tenu", pau: "En pause", exc: "Exclu", stopped: "Arrêtée", none: "Sans chrono" },
    holder: { us: "Nous", customer: "Client", supplier: "Fournisseur", none: "Tiers", nobody: "Personne", off: "Hors des heures de service", limit: "Limite" },
    left: "reste", over: "de trop", paused_left: "reste {{time}}", no_due: "pas de limite pendant l’attente",
    why: "Pourquoi\u202f?", close: "Fermer", cancel: "Annuler", save: "Enregistrer", retry: "Réessayer", back: "Retour", undo: "Annuler", more: "{{count}} de plus",
    load_more: "Afficher la suite", loading: "Chargement…", none: "Aucun", all: "Tout", yes: "Oui", no: "Non", search: "Rechercher", clear: "Effacer",
    priority: "Priorité {{priority}}",
    problem: {
      unreachable: "Vigie ne répond pas", unreachable_why: "Ce que vous avez saisi est gardé. La question est reposée d’elle-même dès que la connexion revient.",
      no_answer: "La réponse tarde trop", no_answer_why: "Le serveur n’a pas répondu en 30 secondes. Réessayez dans un instant.",
      passing: "Vigie ne peut pas répondre pour l’instant", passing_why: "La question est reposée d’elle-même.",
      internal: "Quelque chose a échoué de notre côté", internal_why: "Rien n’a été modifié. Si cela se reproduit, donnez ce numéro à votre administrateur\u00a0: {{id}}",
      not_found: "Il n’y a rien ici", not_found_why: "C’est supprimé, c’est sous une autre référence, ou ce n’est pas à vous de le voir.",
      not_permitted: "Vous n’avez pas le droit de voir ceci", not_permitted_why: "Demandez à un administrateur\u00a0: il y faut le droit que nomme cette phrase. {{detail}}",
      changed: "Quelqu’un l’a modifié entre-temps", changed_why: "Ce que vous avez saisi est gardé. Regardez ce qui a changé, puis enregistrez de nouveau.",
      refused: "Ceci a été refusé", at_field: "{{label}}\u00a0: {{detail}}",
      home: "Aller à l’accueil",
    },
    list: { rows_one: "{{count}} ligne", rows_other: "{{count}} lignes", of: "{{shown}} sur {{total}}" },
    table: "Tableau", chart: "Graphique",
    copied: "Copié", copy: "Copier",
  },
);
add_words("part", part_words);
