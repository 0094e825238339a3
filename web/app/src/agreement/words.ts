import { add_words, both } from "../words/words";

export const agreement_words = both(
  {
    mine_one: "Your agreement", mine_other: "Your {{count}} agreements", count_sla_one: "{{count}} agreement with a customer", count_sla_other: "{{count}} agreements with customers", count_ola_one: "{{count}} with a team", count_ola_other: "{{count}} with teams", count_uc_one: "{{count}} with a supplier", count_uc_other: "{{count}} with suppliers",
    none: "No agreement yet", none_why: "An agreement says what is promised, to whom, and how it is counted. It is written once, signed by both parties, and judges tickets from the day it is in force.", add: "Add an agreement",
    kind: { sla: "Customers", ola: "Teams (OLA)", uc: "Suppliers (UC)", all: "All" }, table: "List of agreements", title: "Agreement", customer: "For", version: "Version", state: "State", from: "From", until: "Until", notice: "Notice before", seek: "Filter", none_found: "No agreement has these words",
    version_number: "Version {{number}}", tab: { promises: "Promises", text: "Text", difference: "What changed", life: "Life" },
    in_force_from: "in force from {{day}}", in_force_to: "to {{day}}", digest: "Digest", revision: "Revision {{number}}", document: "Download the text",
    promise: { head: "What is promised", target: "Target", promise: "Promise", required: "Required", clause: "Clause", sentence: "In one sentence", none: "The text of this version has no target.", judged: "As the server reads it", figures: "Its figures" },
    written: { month: "per month", quarter: "per quarter", year: "per year", days_one: "{{count}} day", days_other: "{{count}} days", business_days_one: "{{count}} business day", business_days_other: "{{count}} business days", end_of_day: "by the end of the day", hours: "hours {{calendar}}", incident: "incident", request: "request", problem: "problem", change: "change" },
    difference: { none: "This is the first version: there is nothing before it.", same: "Nothing differs.", clause: "Clause", before: "Version {{number}}", after: "Version {{number}}", changed_one: "{{count}} clause changes", changed_other: "{{count}} clauses change", unset: "not there" },
    life: { title: "Life of version {{number}}", by: "by {{name}}", nothing: "No step was recorded: this version came in with the state it has.", signatures: "Signatures", no_signature: "Nobody has signed here: it was signed elsewhere, or is not signed yet.", side: { provider: "Provider", customer: "Customer" }, signed: "{{name}}, {{capacity}}", on: "on {{day}}", approvals: "Approvals", no_approval: "Nobody was asked to approve.", },
    act: {
      to: "Take it to: {{state}}", step_title: "{{agreement}}, version {{number}}: {{state}}", on: "From which day", on_hint: "Empty: today.", comment: "Comment", comment_hint: "Kept with the step.", confirm: "Take this step", done: "Version {{number}}: {{state}}.",
      final: "This version will judge nothing more from that day on. This cannot be undone.", force: "From that day on this version judges tickets.",
      sign: "Record a signature", sign_title: "Signature of version {{number}}", sign_why: "The second signature freezes the text and its digest for ever.", side: "For", name: "Name", capacity: "Capacity", signed_on: "Signed on", sign_done: "The signature is recorded.",
      ask: "Ask for an approval", ask_title: "Ask someone to approve", account: "Account", account_hint: "The reference of their account, as an administrator knows it.", ask_done: "{{account}} was asked.",
      approve: "Approve", decline: "Decline", answer_title: "Your answer on version {{number}}", answered: "Your answer is recorded.", asked_you: "You are asked to approve this version.",
      revise: "Change the text", revise_title: "Another text for version {{number}}", revise_done: "The text is changed.", amend: "Write an amendment", amend_title: "Version {{number}} of {{agreement}}", amend_done: "The version is added.", text: "Text of the agreement", text_hint: "In the notation of agreements: what is wrong is named with its line.", add_title: "A new agreement", save: "Save the text", empty: "Write the text first.",
    },
  },
  {
    mine_one: "Votre contrat", mine_other: "Vos {{count}} contrats", count_sla_one: "{{count}} contrat avec un client", count_sla_other: "{{count}} contrats avec des clients", count_ola_one: "{{count}} avec une équipe", count_ola_other: "{{count}} avec des équipes", count_uc_one: "{{count}} avec un fournisseur", count_uc_other: "{{count}} avec des fournisseurs",
    none: "Pas encore de contrat", none_why: "Un contrat dit ce qui est promis, à qui, et comment on le compte. On l’écrit une fois, les deux parties le signent, et il juge les tickets dès qu’il est en vigueur.", add: "Ajouter un contrat",
    kind: { sla: "Clients", ola: "Équipes (OLA)", uc: "Fournisseurs (UC)", all: "Tous" }, table: "Liste des contrats", title: "Contrat", customer: "Pour", version: "Version", state: "État", from: "Depuis", until: "Jusqu’au", notice: "Préavis avant", seek: "Filtrer", none_found: "Aucun contrat ne contient ces mots",
    version_number: "Version {{number}}", tab: { promises: "Engagements", text: "Texte", difference: "Ce qui change", life: "Vie" },
    in_force_from: "en vigueur depuis le {{day}}", in_force_to: "jusqu’au {{day}}", digest: "Empreinte", revision: "Révision {{number}}", document: "Télécharger le texte",
    promise: { head: "Ce qui est promis", target: "Objectif", promise: "Engagement", required: "Exigé", clause: "Article", sentence: "En une phrase", none: "Le texte de cette version n’a aucun objectif.", judged: "Tel que le serveur le lit", figures: "Ses chiffres" },
    written: { month: "par mois", quarter: "par trimestre", year: "par an", days_one: "{{count}} jour", days_other: "{{count}} jours", business_days_one: "{{count}} jour ouvré", business_days_other: "{{count}} jours ouvrés", end_of_day: "avant la fin du jour", hours: "heures {{calendar}}", incident: "incident", request: "demande", problem: "problème", change: "changement" },
    difference: { none: "C’est la première version\u00a0: il n’y a rien avant elle.", same: "Rien ne diffère.", clause: "Clause", before: "Version {{number}}", after: "Version {{number}}", changed_one: "{{count}} clause change", changed_other: "{{count}} clauses changent", unset: "absent" },
    life: { title: "Vie de la version {{number}}", by: "par {{name}}", nothing: "Aucune étape n’a été notée\u00a0: cette version est entrée dans l’état qu’elle a.", signatures: "Signatures", no_signature: "Personne n’a signé ici\u00a0: elle a été signée ailleurs, ou ne l’est pas encore.", side: { provider: "Prestataire", customer: "Client" }, signed: "{{name}}, {{capacity}}", on: "le {{day}}", approvals: "Approbations", no_approval: "Personne n’a été sollicité." },
    act: {
      to: "Passer à\u00a0: {{state}}", step_title: "{{agreement}}, version {{number}}\u00a0: {{state}}", on: "À partir de quel jour", on_hint: "Vide\u00a0: aujourd’hui.", comment: "Commentaire", comment_hint: "Gardé avec l’étape.", confirm: "Franchir cette étape", done: "Version {{number}}\u00a0: {{state}}.",
      final: "À partir de ce jour cette version ne jugera plus rien. C’est définitif.", force: "À partir de ce jour cette version juge les tickets.",
      sign: "Noter une signature", sign_title: "Signature de la version {{number}}", sign_why: "La seconde signature fige le texte et son empreinte pour toujours.", side: "Pour", name: "Nom", capacity: "Qualité", signed_on: "Signé le", sign_done: "La signature est notée.",
      ask: "Demander une approbation", ask_title: "Demander à quelqu’un d’approuver", account: "Compte", account_hint: "La référence de son compte, telle qu’un administrateur la connaît.", ask_done: "{{account}} est sollicité.",
      approve: "Approuver", decline: "Refuser", answer_title: "Votre réponse sur la version {{number}}", answered: "Votre réponse est notée.", asked_you: "On vous demande d’approuver cette version.",
      revise: "Changer le texte", revise_title: "Un autre texte pour la version {{number}}", revise_done: "Le texte est changé.", amend: "Rédiger un avenant", amend_title: "Version {{number}} de {{agreement}}", amend_done: "La version est ajoutée.", text: "Texte du contrat", text_hint: "Dans la notation des contrats\u00a0: ce qui ne va pas est nommé avec sa ligne.", add_title: "Un nouveau contrat", save: "Enregistrer le texte", empty: "Écrivez d’abord le texte.",
    },
  },
);
add_words("agreement", agreement_words);
