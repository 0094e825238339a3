import { add_words, both } from "../words/words";

export const closure_words = both(
  {
    to_close_one: "{{count}} month to close: {{customer}}, {{month}} first", to_close_other: "{{count}} months to close: {{customer}}, {{month}} first", all_closed: "Every month that has ended is closed", nothing: "No month to close yet",
    nothing_why: "A month is closed once both parties have looked at its figures: they are then kept for ever. It takes an agreement in force and a month that has ended.",
    table: "Months by agreement", agreement: "Agreement", closed: "Closed", closed_again: "Closed, revision {{number}}", open: "To close", running: "Running", none: "Nothing judged", legend: "A closed month keeps its figures for ever; what is learnt later is booked in the open month.",
    cell: "{{agreement}}, {{month}}: {{state}}", only_open: "Only what is to close",
    panel: {
      label: "{{agreement}}, {{month}}", preview: "What closing would freeze", targets: "Targets", target: "Target", counted: "Met / measured", rate: "Rate", required: "Required", result: "Result",
      penalties: "Penalties", penalty: "Clause {{clause}}", no_penalty: "No penalty comes from this month.", moved: "What moved in months closed before", moved_none: "Nothing moved in the months closed before.", moved_some_one: "{{count}} figure moved since; it is booked here", moved_some_other: "{{count}} figures moved since; they are booked here",
      moved_ticket: "{{ticket}} · {{target}}, {{period}}: {{before}} → {{after}}",
      others_close: "This month is over and not closed. A service delivery manager or an administrator sees what closing would freeze, and closes it; until then its figures may still move.", page: "The page as it will be frozen", close: "Close {{month}}", not_over: "This month is not over: it can be looked at, not closed.", accepts: "Digest of this preview", matrix: "Look at its figures",
      versus: "Beside the closure that it replaces", versus_same: "No figure differs from the closure that it replaces.", was: "was {{value}}",
    },
    ask: {
      title: "Close {{agreement}}, {{month}}?", intro: "This cannot be undone. Closing again takes the agreement of both parties.", targets_one: "{{count}} figure becomes read-only", targets_other: "{{count}} figures become read-only",
      tickets_one: "{{count}} result of a ticket counts as it stands", tickets_other: "{{count}} results of tickets count as they stand", penalties_one: "{{count}} penalty is written: {{amount}}", penalties_other: "{{count}} penalties are written: {{amount}}", no_penalty: "no penalty is written",
      moved_one: "{{count}} difference of an earlier month is booked", moved_other: "{{count}} differences of earlier months are booked", act: "Close for good", done: "{{reference}} is closed.",
    },
    one: {
      as_of: "Judged as of", digest: "Digest", revision: "Revision", reason: "Why it was closed again", document: "Download the document", document_why: "Word for word what was frozen, as vigie evaluate reads it.", reopening: "Closing it again", reopening_none: "Nobody asked for it. A correction belongs in the open month; when both parties want this one closed again, one asks and the other agrees.",
      step: "{{side}}: {{step}}", reason_label: "Why", asked: "Ask for it", agreed: "Agree", declined: "Decline", taken_back: "Take it back", may_again: "Both parties agree: look at the preview, then close it again.", reason_wrong: "Say why.", told: "Recorded.", copy: "Copy the digest", penalties: "Its penalties",
    },
    side: { provider: "Provider", customer: "Customer", program: "Program" },
  },
  {
    to_close_one: "{{count}} mois à clore\u00a0: {{customer}}, {{month}} d’abord", to_close_other: "{{count}} mois à clore\u00a0: {{customer}}, {{month}} d’abord", all_closed: "Tous les mois terminés sont clos", nothing: "Pas encore de mois à clore",
    nothing_why: "On clôt un mois quand les deux parties ont regardé ses chiffres\u00a0: ils sont alors gardés pour toujours. Il y faut un contrat en vigueur et un mois terminé.",
    table: "Mois par contrat", agreement: "Contrat", closed: "Clos", closed_again: "Clos, révision {{number}}", open: "À clore", running: "En cours", none: "Rien de jugé", legend: "Un mois clos garde ses chiffres pour toujours\u202f; ce que l’on apprend ensuite se régularise dans le mois ouvert.",
    cell: "{{agreement}}, {{month}}\u00a0: {{state}}", only_open: "Seulement ce qui est à clore",
    panel: {
      label: "{{agreement}}, {{month}}", preview: "Ce que la clôture figerait", targets: "Objectifs", target: "Objectif", counted: "Tenus / mesurés", rate: "Taux", required: "Exigé", result: "Résultat",
      penalties: "Pénalités", penalty: "Article {{clause}}", no_penalty: "Aucune pénalité ne vient de ce mois.", moved: "Ce qui a bougé dans les mois déjà clos", moved_none: "Rien n’a bougé dans les mois déjà clos.", moved_some_one: "{{count}} chiffre a bougé depuis\u202f; il est régularisé ici", moved_some_other: "{{count}} chiffres ont bougé depuis\u202f; ils sont régularisés ici",
      moved_ticket: "{{ticket}} · {{target}}, {{period}}\u00a0: {{before}} → {{after}}",
      others_close: "Ce mois est terminé, et n’est pas clos. Un responsable de prestation ou un administrateur voit ce que la clôture figerait, et le clôt\u202f; d’ici là ses chiffres peuvent encore bouger.", page: "La page telle qu’elle sera figée", close: "Clore {{month}}", not_over: "Ce mois n’est pas terminé\u00a0: on peut le regarder, pas le clore.", accepts: "Empreinte de cet aperçu", matrix: "Regarder ses chiffres",
      versus: "À côté de la clôture remplacée", versus_same: "Aucun chiffre ne diffère de la clôture remplacée.", was: "était {{value}}",
    },
    ask: {
      title: "Clore {{agreement}}, {{month}}\u202f?", intro: "C’est définitif. Clore de nouveau demande l’accord des deux parties.", targets_one: "{{count}} chiffre devient intangible", targets_other: "{{count}} chiffres deviennent intangibles",
      tickets_one: "{{count}} résultat de ticket compte en l’état", tickets_other: "{{count}} résultats de tickets comptent en l’état", penalties_one: "{{count}} pénalité est inscrite\u00a0: {{amount}}", penalties_other: "{{count}} pénalités sont inscrites\u00a0: {{amount}}", no_penalty: "aucune pénalité n’est inscrite",
      moved_one: "{{count}} écart d’un mois antérieur est régularisé", moved_other: "{{count}} écarts de mois antérieurs sont régularisés", act: "Clore définitivement", done: "{{reference}} est clos.",
    },
    one: {
      as_of: "Jugé au", digest: "Empreinte", revision: "Révision", reason: "Pourquoi il a été clos de nouveau", document: "Télécharger le document", document_why: "Mot pour mot ce qui a été figé, tel que vigie evaluate le lit.", reopening: "Le clore de nouveau", reopening_none: "Personne ne l’a demandé. Une correction a sa place dans le mois ouvert\u202f; si les deux parties veulent clore celui-ci de nouveau, l’une demande et l’autre accepte.",
      step: "{{side}}\u00a0: {{step}}", reason_label: "Pourquoi", asked: "Demander", agreed: "Accepter", declined: "Refuser", taken_back: "Retirer la demande", may_again: "Les deux parties sont d’accord\u00a0: regardez l’aperçu, puis clôturez de nouveau.", reason_wrong: "Dites pourquoi.", told: "C’est noté.", copy: "Copier l’empreinte", penalties: "Ses pénalités",
    },
    side: { provider: "Prestataire", customer: "Client", program: "Programme" },
  },
);
add_words("closure", closure_words);
