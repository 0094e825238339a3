import { add_words, both } from "../words/words";

export const outage_words = both(
  {
    now_one: "{{count}} outage goes on", now_other: "{{count}} outages go on", none_now: "Nothing is down", waiting: "Reading outages",
    outages: "Outages", maintenance: "Maintenance", views: "What is shown", open: "Report an outage", announce: "Announce maintenance",
    column: { state: "State", reference: "Reference", item: "Service", title: "Title", customer: "Customer", began: "Began", length: "Lasted", restored: "Restored", starts: "Starts", ends: "Ends", announced: "Announced" },
    state: { on: "Goes on", restored: "Restored", withdrawn: "False alarm", planned: "Planned", running: "In progress", past: "Past", cancelled: "Withdrawn" },
    everyone: "Everyone", every_service: "Every service", unannounced: "Not announced",
    empty: "No outage recorded", empty_why: "Outages make the figures of availability. A probe tells them, or they are reported here.",
    empty_maintenance: "No maintenance announced", empty_maintenance_why: "Work that was announced in time may be left out of availability, as the agreement says.",
    history: "What happened", act: "Record what happens", event: "What happened", at: "When", at_hint: "Empty: now.", note: "Note", optional: "optional", weight: "Part that is lost, in percent", weight_hint: "100: down. Less: degraded.",
    record: "Record", recorded: "Recorded on {{reference}}", item: "Service", item_hint: "As agreements spell it.", title: "In a few words", customer: "Customer", reported: "A person reported it (else it was detected)",
    opened: "{{reference}} opened", announced: "{{reference}} announced", withdrawn: "{{reference}} withdrawn", withdraw: "Withdraw", from: "Starts", until: "Ends", announced_at: "Those concerned were told",
    wrong_order: "The end comes before the start.", cancel: "Cancel", close: "Close", from_source: "by {{source}}", source: { person: "a person", webhook: "a webhook", probe: "a probe" }, recorded_at: "recorded {{at}}", lost: "{{share}} lost", more: "Show more", list: "{{name}}, can be scrolled",

    withdraw_title: "Withdraw the maintenance {{reference}}?", withdraw_why: "It will not take place: what was left out of availability for it counts again from now on.",
  },
  {
    now_one: "{{count}} indisponibilité en cours", now_other: "{{count}} indisponibilités en cours", none_now: "Rien n’est indisponible", waiting: "Lecture des indisponibilités",
    outages: "Indisponibilités", maintenance: "Maintenance", views: "Ce qui est affiché", open: "Signaler une indisponibilité", announce: "Annoncer une maintenance",
    column: { state: "État", reference: "Référence", item: "Service", title: "Titre", customer: "Client", began: "Début", length: "Durée", restored: "Rétabli", starts: "Début", ends: "Fin", announced: "Annoncée" },
    state: { on: "En cours", restored: "Rétabli", withdrawn: "Fausse alerte", planned: "Prévue", running: "En cours", past: "Passée", cancelled: "Retirée" },
    everyone: "Tous", every_service: "Tous les services", unannounced: "Non annoncée",
    empty: "Aucune indisponibilité enregistrée", empty_why: "Les indisponibilités font les chiffres de disponibilité. Une sonde les transmet, ou elles se signalent ici.",
    empty_maintenance: "Aucune maintenance annoncée", empty_maintenance_why: "Des travaux annoncés à temps peuvent sortir du calcul de disponibilité, comme le contrat le dit.",
    history: "Ce qui s’est passé", act: "Enregistrer ce qui se passe", event: "Ce qui s’est passé", at: "Quand", at_hint: "Vide\u00a0: maintenant.", note: "Note", optional: "facultatif", weight: "Part perdue, en pour cent", weight_hint: "100\u00a0: arrêt. Moins\u00a0: dégradé.",
    record: "Enregistrer", recorded: "Enregistré sur {{reference}}", item: "Service", item_hint: "Tel que les contrats l’écrivent.", title: "En quelques mots", customer: "Client", reported: "Une personne l’a signalée (sinon elle a été détectée)",
    opened: "{{reference}} ouverte", announced: "{{reference}} annoncée", withdrawn: "{{reference}} retirée", withdraw: "Retirer", from: "Début", until: "Fin", announced_at: "Prévenus le",
    wrong_order: "La fin précède le début.", cancel: "Annuler", close: "Fermer", from_source: "par {{source}}", source: { person: "une personne", webhook: "un webhook", probe: "une sonde" }, recorded_at: "enregistré {{at}}", lost: "{{share}} perdus", more: "Afficher la suite", list: "{{name}}, défilable",

    withdraw_title: "Retirer la maintenance {{reference}}\u202f?", withdraw_why: "Elle n’aura pas lieu\u00a0: ce qui sortait du calcul de disponibilité compte de nouveau désormais.",
  },
);
add_words("outage", outage_words);
