import { add_words, both } from "../words/words";

export const portal_words = both(
  {
    loading: "Reading your services…", hello: "Hello {{name}}", you: "You", other_service: "a request of yours",
    awaited_one: "{{count}} answer awaited", awaited_other: "{{count}} answers awaited",
    answer: {
      fine: "Everything works as promised.", but: "Everything works as promised, except {{names}}.", none: "Not as promised just now: {{names}}.",
      more_one: "{{count}} other service", more_other: "{{count}} other services",
    },
    live: {
      left: "before the limit of {{at}}", over: "past the limit of {{at}}", holder_us: "{{name}} has the ball", holder_cust: "You have the ball", holder_supp: "A supplier of {{name}} has the ball",
      holder_none: "Nobody has the ball", provider: "Your provider", next: "Next news by {{at}}", more_one: "+{{count}} other", more_other: "+{{count}} others",
      bar: "{{share}} of the promised time is used", open: "Open {{reference}}",
    },
    service: {
      title: "Your services", on: "On track", risk_one: "{{count}} at risk", risk_other: "{{count}} at risk", br_one: "{{count}} late", br_other: "{{count}} late", down: "Interrupted",
      target: "target {{value}}", no_target: "no availability promised", ticks_one: "{{count}} day with an interruption out of the last 30", ticks_other: "{{count}} days with an interruption out of the last 30",
      ticks_none: "no interruption in the last 30 days", events: "Interruptions of {{name}}, last 30 days", length: "Length", from: "From", to: "To", goes_on: "goes on", none: "No interruption.", close: "Close the list",
      tickets_one: "{{count}} open ticket", tickets_other: "{{count}} open tickets", month: "{{month}}",
    },
    tickets: {
      title: "Your tickets", beside: "{{shown}} of {{total}} open or recent", all: "All tickets", number: "Number", subject: "Subject", state: "State", before: "Promised before", holder: "Who has the ball",
      ended: "solved {{at}}", left: "{{time}} left", done: "Closed", none: "No ticket yet", none_why: "What you report or ask for shows here, with the time that was promised.", report: "Report a problem",
      no_promise: "no promise",
    },
    wait: {
      title: "Waiting for you", all: "See all", none: "Nothing waits for you.", none_title: "Nothing waits for you", none_why: "Questions, proposals and approvals come here. Each says until when, and what silence means.", home: "Go home",
      message_one: "{{count}} answer is awaited from you.", message_other: "{{count}} answers are awaited from you.",
      question: "A question about “{{title}}”", confirmation: "Is it solved? {{title}}", dispute_verdict: "Leave {{subject}} out of the figures?", dispute_event: "Correct a fact of {{subject}}?", dispute_priority: "Judge {{subject}} as {{value}}?", dispute_pause: "Change a pause of {{subject}}?",
      approval: "Approve version {{number}} of {{title}}", reopening: "Close {{period}} again?", amount: "Agree on {{amount}} for {{period}}",
      since: "since {{at}}", until: "until {{at}}", no_limit: "no deadline",
      silence_question: "Your provider’s time stands still until you answer.", silence_confirmation: "Without an answer your provider closes it.", silence_approval: "Nothing is signed before you have said yes.",
      silence_reopening: "Without an answer the period stays closed as it is.", silence_amount: "Without an answer it stays proposed: nothing is credited.",
      silence_agreed: "Without an answer, silence accepts.", silence_refused: "Without an answer, silence refuses.", silence_none: "Without an answer the figure stays as it is.",
      answer: "Answer", yes: "Yes", no: "No", agree: "Agree", refuse: "Refuse", approve: "Approve", decline: "Decline", discuss: "Discuss", read: "Read first", keep: "Keep it as it is",
      your_answer: "Your answer", why: "Why", why_hint: "The other party reads it.", needed: "Say it in a few words.", send: "Send", said: "Your answer is sent.", attach: "Open the ticket to attach a file",
      asked: "They ask:", reason: "Their reason:",
    },
    month: {
      title: "Our commitments, {{month}}", detail: "Detail", met: "Met", met_so_far: "Met so far", missed_one: "{{count}} of {{of}} not met", missed_other: "{{count}} of {{of}} not met",
      target: "target {{value}}", tickets_one: "{{count}} ticket", tickets_other: "{{count}} tickets", why: "why?", none: "Nothing measured yet", others_one: "{{count}} other met", others_other: "{{count}} others met",
      all_met: "All {{count}} met", availability: "availability and delays are judged apart", chart: "Share in time over twelve months: {{points}}", point: "{{month}} {{value}}", no_chart: "Two months are needed to draw a line.",
    },
    decided: {
      title: "Decided together", all: "See all", none: "Nothing decided yet.", none_title: "Nothing was decided yet", none_why: "Disputes that were settled, months that were closed and agreements that were signed come here, with their documents.",
      message_one: "One decision, on {{day}}, is on record.", message_other: "Last decision on {{day}}, {{count}} in all.",
      verdict: "Left out of the figures", event: "A fact corrected", priority: "Judged as {{value}}", priority_moved: "Another priority", pause: "A pause changed",
      agreed: "Agreed", refused: "Refused", withdrawn: "Withdrawn", by_silence: "by silence", by_us: "claimed by {{name}}", by_you: "claimed by you", closure: "{{period}} is closed", revision: "revision {{number}}",
      agreement: "Version {{number}} of {{title}} signed", amount_agreed: "{{amount}} agreed for {{period}}", amount_waived: "{{amount}} waived for {{period}}", amount_settled: "{{amount}} settled for {{period}}", document: "Document", download: "Download {{name}}", open: "Open",
      kind: "Kind", all_kinds: "All", disputes: "Disputes", closures: "Closed months", agreements: "Agreements", amounts: "Amounts",
    },
    next: {
      title: "Next maintenance", none: "No work is planned.", all: "Calendar", document: "Figures of {{period}}", closed: "closed on {{day}}", every: "all services", doc: "Document",
    },
    schedule: {
      message_none: "No work is planned on your services.", message_one: "On {{day}}, one maintenance is planned.", message_other: "From {{day}}, {{count}} maintenance windows are planned.",
      list: "List", month: "Month", view: "View", earlier: "Earlier month", later: "Later month", ics: "Add to my calendar (.ics)", ics_of: "Add {{title}} to my calendar", coming: "To come", past: "Past 12 months", running: "In progress",
      withdrawn: "Withdrawn", announced: "announced {{at}}", every: "All services", none_title: "No work is planned", none_why: "When your provider announces work on a service, it shows here, and your calendar can take it.", name: "Maintenance calendar", day_has: "{{day}}: {{titles}}",
      from: "When", item: "Service", what: "What", lasts: "Length", kept: "Saved: {{file}}", week: "Week",
    },
    figures: {
      message_none: "Nothing was measured in {{month}}.", message_met: "{{month}}: {{count}} of {{of}} commitments met.", message_all: "{{month}}: all {{count}} commitments met.", so_far: "The month runs: figures are provisional.",
      same: "These are the figures your provider sees, computed once.", commitment: "Commitment", target: "Target", table: "Commitments by month", earlier: "Earlier month", later: "Later month", none_title: "No commitment is measured yet", none_why: "Once an agreement is in force, each month shows here against its target.", see: "See your agreements",
      met: "met", missed: "not met", unjudged: "not judged", provisional: "provisional", small: "few tickets", small_why: "too few tickets for a miss to count alone", cell: "{{state}}, {{label}}, {{month}}", counts: "met {{met}}, missed {{missed}}, excluded {{excluded}}", of_target: "target {{value}}",
      why: "Why {{value}}", promise: "The promise", missed_tickets: "Tickets that missed it", contest: "Contest", contest_title: "Contest {{ticket}}", ground: "On which ground", motive: "Why", motive_hint: "Your provider reads it and answers.", send: "Contest", contested: "Your claim is sent: {{reference}}.", legend: "Legend", only: "Only what was missed", nothing_missed: "No commitment was missed in these months.", ticket: "Ticket", about: "What you contest", about_verdict: "That it counts", about_priority: "Its priority", value: "It should be", more: "A fact or a pause is contested on the page of the ticket.", no_missed: "No ticket missed it.", whole: "Contest this figure",
    },
  },
  {
    loading: "Lecture de vos services…", hello: "Bonjour {{name}}", you: "Vous", other_service: "une de vos demandes",
    awaited_one: "{{count}} réponse attendue", awaited_other: "{{count}} réponses attendues",
    answer: {
      fine: "Tout fonctionne comme promis.", but: "Tout fonctionne comme promis, sauf {{names}}.", none: "En ce moment, pas comme promis\u00a0: {{names}}.",
      more_one: "{{count}} autre service", more_other: "{{count}} autres services",
    },
    live: {
      left: "avant la limite de {{at}}", over: "après la limite de {{at}}", holder_us: "{{name}} a la main", holder_cust: "Vous avez la main", holder_supp: "Un fournisseur de {{name}} a la main",
      holder_none: "Personne n’a la main", provider: "Votre prestataire", next: "Prochain point avant {{at}}", more_one: "+{{count}} autre", more_other: "+{{count}} autres",
      bar: "{{share}} du temps promis est consommé", open: "Ouvrir {{reference}}",
    },
    service: {
      title: "Vos services", on: "Dans les délais", risk_one: "{{count}} à risque", risk_other: "{{count}} à risque", br_one: "{{count}} en retard", br_other: "{{count}} en retard", down: "Interrompu",
      target: "objectif {{value}}", no_target: "pas de disponibilité promise", ticks_one: "{{count}} jour avec interruption sur les 30 derniers", ticks_other: "{{count}} jours avec interruption sur les 30 derniers",
      ticks_none: "aucune interruption ces 30 derniers jours", events: "Interruptions de {{name}}, 30 derniers jours", length: "Durée", from: "Du", to: "Au", goes_on: "en cours", none: "Aucune interruption.", close: "Fermer la liste",
      tickets_one: "{{count}} ticket ouvert", tickets_other: "{{count}} tickets ouverts", month: "{{month}}",
    },
    tickets: {
      title: "Vos tickets", beside: "{{shown}} sur {{total}} ouverts ou récents", all: "Tous les tickets", number: "Numéro", subject: "Sujet", state: "État", before: "Promis avant", holder: "Qui a la main",
      ended: "résolu {{at}}", left: "reste {{time}}", done: "Clos", none: "Pas encore de ticket", none_why: "Ce que vous signalez ou demandez paraît ici, avec le délai promis.", report: "Signaler un problème",
      no_promise: "sans engagement",
    },
    wait: {
      title: "En attente de vous", all: "Tout voir", none: "Rien n’attend votre réponse.", none_title: "Rien n’attend votre réponse", none_why: "Questions, propositions et approbations arrivent ici. Chacune dit jusqu’à quand, et ce que vaut le silence.", home: "Aller à l’accueil",
      message_one: "{{count}} réponse est attendue de vous.", message_other: "{{count}} réponses sont attendues de vous.",
      question: "Une question sur «\u00a0{{title}}\u00a0»", confirmation: "Est-ce résolu\u202f? {{title}}", dispute_verdict: "Écarter {{subject}} des chiffres\u202f?", dispute_event: "Corriger un fait de {{subject}}\u202f?", dispute_priority: "Juger {{subject}} en {{value}}\u202f?", dispute_pause: "Modifier une pause de {{subject}}\u202f?",
      approval: "Approuver la version {{number}} de {{title}}", reopening: "Clore de nouveau {{period}}\u202f?", amount: "Convenir de {{amount}} pour {{period}}",
      since: "depuis {{at}}", until: "jusqu’au {{at}}", no_limit: "sans date limite",
      silence_question: "Le chrono de votre prestataire est en pause jusqu’à votre réponse.", silence_confirmation: "Sans réponse, votre prestataire le clôt.", silence_approval: "Rien n’est signé avant votre accord.",
      silence_reopening: "Sans réponse, la période reste close telle quelle.", silence_amount: "Sans réponse, le montant reste proposé\u00a0: rien n’est crédité.",
      silence_agreed: "Sans réponse, le silence vaut acceptation.", silence_refused: "Sans réponse, le silence vaut refus.", silence_none: "Sans réponse, le chiffre reste tel quel.",
      answer: "Répondre", yes: "Oui", no: "Non", agree: "Accepter", refuse: "Refuser", approve: "Approuver", decline: "Refuser", discuss: "Discuter", read: "Lire d’abord", keep: "Laisser tel quel",
      your_answer: "Votre réponse", why: "Pourquoi", why_hint: "L’autre partie le lit.", needed: "Dites-le en quelques mots.", send: "Envoyer", said: "Votre réponse est envoyée.", attach: "Ouvrir le ticket pour joindre un fichier",
      asked: "On vous demande\u00a0:", reason: "Leur motif\u00a0:",
    },
    month: {
      title: "Nos engagements, {{month}}", detail: "Détail", met: "Tenu", met_so_far: "Tenu à ce jour", missed_one: "{{count}} sur {{of}} non tenu", missed_other: "{{count}} sur {{of}} non tenus",
      target: "objectif {{value}}", tickets_one: "{{count}} ticket", tickets_other: "{{count}} tickets", why: "pourquoi\u202f?", none: "Rien de mesuré encore", others_one: "{{count}} autre tenu", others_other: "{{count}} autres tenus",
      all_met: "Les {{count}} tenus", availability: "disponibilité et délais sont jugés à part", chart: "Taux de respect sur douze mois\u00a0: {{points}}", point: "{{month}} {{value}}", no_chart: "Il faut deux mois pour tracer une courbe.",
    },
    decided: {
      title: "Décidé ensemble", all: "Tout voir", none: "Rien de décidé encore.", none_title: "Rien n’a encore été décidé", none_why: "Contestations réglées, mois clos et contrats signés arrivent ici, avec leurs documents.",
      message_one: "Une décision, le {{day}}, est consignée.", message_other: "Dernière décision le {{day}}, {{count}} en tout.",
      verdict: "Écarté des chiffres", event: "Un fait corrigé", priority: "Jugé en {{value}}", priority_moved: "Une autre priorité", pause: "Une pause modifiée",
      agreed: "Accepté", refused: "Refusé", withdrawn: "Retiré", by_silence: "par silence", by_us: "demandé par {{name}}", by_you: "demandé par vous", closure: "{{period}} est clos", revision: "révision {{number}}",
      agreement: "Version {{number}} signée, {{title}}", amount_agreed: "{{amount}} convenus pour {{period}}", amount_waived: "{{amount}} abandonnés pour {{period}}", amount_settled: "{{amount}} réglés pour {{period}}", document: "Document", download: "Télécharger {{name}}", open: "Ouvrir",
      kind: "Nature", all_kinds: "Tout", disputes: "Contestations", closures: "Mois clos", agreements: "Contrats", amounts: "Montants",
    },
    next: {
      title: "Prochaine maintenance", none: "Aucune intervention n’est prévue.", all: "Calendrier", document: "Chiffres de {{period}}", closed: "clos le {{day}}", every: "tous les services", doc: "Document",
    },
    schedule: {
      message_none: "Aucune intervention n’est prévue sur vos services.", message_one: "Le {{day}}, une maintenance est prévue.", message_other: "Dès le {{day}}, {{count}} maintenances sont prévues.",
      list: "Liste", month: "Mois", view: "Vue", earlier: "Mois précédent", later: "Mois suivant", ics: "Ajouter à mon agenda (.ics)", ics_of: "Ajouter {{title}} à mon agenda", coming: "À venir", past: "12 derniers mois", running: "En cours",
      withdrawn: "Annulée", announced: "annoncée {{at}}", every: "Tous les services", none_title: "Aucune intervention n’est prévue", none_why: "Quand votre prestataire annonce des travaux sur un service, ils paraissent ici, et votre agenda peut les prendre.", name: "Calendrier des maintenances", day_has: "{{day}}\u00a0: {{titles}}",
      from: "Quand", item: "Service", what: "Quoi", lasts: "Durée", kept: "Enregistré\u00a0: {{file}}", week: "Semaine",
    },
    figures: {
      message_none: "Rien n’a été mesuré en {{month}}.", message_met: "{{month}}\u00a0: {{count}} engagements tenus sur {{of}}.", message_all: "{{month}}\u00a0: les {{count}} engagements sont tenus.", so_far: "Le mois est en cours\u00a0: les chiffres sont provisoires.",
      same: "Ce sont les chiffres que voit votre prestataire, calculés une seule fois.", commitment: "Engagement", target: "Objectif", table: "Engagements par mois", earlier: "Mois précédent", later: "Mois suivant", none_title: "Aucun engagement n’est encore mesuré", none_why: "Dès qu’un contrat est en vigueur, chaque mois paraît ici face à son objectif.", see: "Voir vos contrats",
      met: "tenu", missed: "non tenu", unjudged: "non jugé", provisional: "provisoire", small: "peu de tickets", small_why: "trop peu de tickets pour qu’un seul manqué compte", cell: "{{state}}, {{label}}, {{month}}", counts: "tenus\u00a0: {{met}}, manqués\u00a0: {{missed}}, exclus\u00a0: {{excluded}}", of_target: "objectif {{value}}",
      why: "Pourquoi {{value}}", promise: "La promesse", missed_tickets: "Tickets qui l’ont manqué", contest: "Contester", contest_title: "Contester {{ticket}}", ground: "À quel titre", motive: "Pourquoi", motive_hint: "Votre prestataire le lit et répond.", send: "Contester", contested: "Votre contestation est envoyée\u00a0: {{reference}}.", legend: "Légende", only: "Seulement ce qui est manqué", nothing_missed: "Aucun engagement n’a été manqué ces mois-ci.", ticket: "Ticket", about: "Ce que vous contestez", about_verdict: "Qu’il compte", about_priority: "Sa priorité", value: "Elle devrait être", more: "Un fait ou une pause se contestent sur la page du ticket.", no_missed: "Aucun ticket ne l’a manqué.", whole: "Contester ce chiffre",
    },
  },
);
add_words("portal", portal_words);
