import { add_words, both } from "../words/words";

export const page_words = both(
  {
    opened: "opened {{when}}", opened_by: "opened {{when}} by {{who}}", tickets: "Tickets", customer: "Customer", service: "Service", site: "Site", agreement: "Agreement", ball: "With", no_service: "none",
    since: "for {{time}}", declared: "declared {{priority}}", declared_why: "The customer declared {{declared}}; {{retained}} is retained, and judged.", major: "Major incident", part_of: "Part of {{reference}}",
    none: "No commitment applies to this ticket", none_why: "No agreement in force promises anything for this customer, kind, priority and service. It is followed, and not judged.",
    no_customer_promise: "No promise to the customer covers this ticket.",
    kind_clock: { sla: "SLA", ola: "OLA", uc: "UC" },
    lane: {
      title: "Who has the ball", wall: "wall clock", counted: "Counted", not_counted: "Not counted", over: "Over", left: "Left", closed: "Closed", not_held: "Not held", chart: "Timeline", table: "Table",
      zoom_in: "Zoom in", zoom_out: "Zoom out", zoom_all: "Show all", hint: "Drag to zoom; + and − zoom, 0 shows all; arrows go from stretch to stretch; t shows the table.",
      label: "Timeline: who has the ball, then each commitment on the same axis. The table says the same.", limit: "Limit {{time}}", limit_far: "limit {{time}} →", uncounted: "not counted {{time}}",
      used: "counted {{time}}", of: "of {{time}}", spare: "spare", share: "Counted time", due: "due {{time}}", opened: "Opened",
      from: "From", to: "To", hands: "In the hands of", length: "Length", treatment: "Treatment", sum: "Sum",
    },
    why: {
      title: "Why {{figure}}?", open: "Why?", of: "{{kind}} {{name}}", read: "read {{when}}", promise: "The promise", clock: "The clock", calculation: "The calculation", held: "Who had the ball", due: "Until when", finding: "To look at",
      basis: "Basis", wall: "{{from}} → {{to}}", wall_why: "wall clock", closed: "Outside service hours", closed_why: "nothing counts while the calendar is closed",
      counted: "Counted time", line: "line {{number}}", held_who: "of which {{who}}", promised: "Promised", left: "Left", over: "Over", due_at: "due {{when}}", due_none: "no limit while it waits",
      ended: "reached {{when}}", passed: "passed {{when}}", other: "Another commitment", copy: "Copy the calculation", contest: "Contest", language: "Language of the explanation", step_by_step: "Step by step", sum: "sum {{time}}",
      journal: "Journal", calendar: "Calendar", zones: "Zones", calculation_version: "Calculation", version: "version {{number}}", agreement: "Agreement",
    },
    tab: { moves: "Moves", conversation: "Conversation", files: "Attachments", links: "Links", disputes: "Disputes", history: "History", label: "About this ticket" },
    moves: {
      from: "From", to: "To", length: "Length", counted: "Counted", source: "Source", total: "Total", left_out: "of which {{time}} not counted", correct: "Correct a move", not_counted: "not counted", by_program: "recorded by a program",
      unasked: "no request recorded", running: "now", replaced: "replaces no. {{number}}: {{before}}", corrected: "corrected", none: "The ball has not moved yet.", of: "counted by {{name}}",
    },
    talk: {
      write: "Write to the other party", placeholder: "What you say is kept in the history; both parties read it.", kind: "What it is", commented: "Comment, for both", internal: "Internal note", placeholder_internal: "For your company alone: the customer never reads it.", responded: "First answer", updated: "News of progress", answered: "Answer to the request",
      send: "Send", none: "Nobody wrote anything yet", none_why: "Comments, answers and news of progress are kept here, with who said it and when.", program: "A program", sent: "Sent.",
    },
    files: {
      add: "Attach files", drop: "or drop them here", none: "No file yet", none_why: "Screens, logs, mails: what proves or explains. Files are only downloaded, never opened here.", name: "File", size: "Size", type: "Type told", added: "Added", digest: "Digest",
      download: "Download", remove: "Remove", removed: "removed {{when}}", remove_title: "Remove this file?", remove_why: "Its name and bytes are taken away for good; a line says that it was here, and why it went.", reason: "Reason", sending: "Sending {{name}}", done: "{{name}} is attached.", removed_done: "Removed.", cancel: "Cancel the sending",
    },
    links: { add: "Tie to another ticket", none: "Tied to nothing", none_why: "Tie duplicates, parts of a major incident, and faults that come back: their fate is told on both.", merged: "Goes on in", parts: "Tied to it", ticket: "Ticket", how: "How", when: "Since" },
    disputes: { none: "Nothing is contested", none_why: "A party that does not believe a verdict, an event, a pause or the priority says so here, and the other one answers.", open: "Contest" },
    history: { number: "No.", when: "When", what: "What", who: "Who", note: "Said beside it", recorded: "recorded {{when}}", was: "{{before}} → {{after}}", corrects: "corrects no. {{number}}", corrected_by: "corrected by no. {{number}}", correct: "Correct", program: "program", consent: "with consent", origin: "from the opening" },
    waiting: {
      customer_one: "Asked {{count}} time, last {{when}}", customer_other: "Asked {{count}} times, last {{when}}", unasked: "No request is recorded: the wait may be contested.", remind: "Remind", record: "Record the request", three: "Three reminders without an answer: the ticket may be closed if the agreement allows it.", close: "Close the ticket",
      you: "Waiting for you", you_asked: "You were asked: {{what}}", answer: "Answer", resume: "Resume", since: "Waits for {{who}} since {{when}}", reason: "Reason: {{reason}}",
    },
    act: {
      more: "More acts", menu: "Acts on this ticket", resolve: "Resolve", pass: "Hand the ball over", await: "Await a party", ask: "Record a request", resume: "Resume", answered: "Answer", take: "Take", comment: "Comment", merge: "Merge into another ticket",
      major: "Declare a major incident", cancel: "Cancel the ticket", reopen: "Reopen", close: "Close", restore: "Service restored", workaround: "Workaround provided", relate: "Tie to another ticket", classify: "Change the priority", respond: "First answer", acknowledge: "Acknowledge", declare: "Declare a priority", accept: "Accept", refuse: "Refuse",
      done: "{{act}}: recorded.", undone: "Taken back.", undo_reason: "Taken back at once.", party: "To whom", awaited: "Who is awaited", team: "Team", person: "Person", reason: "Reason", note: "What is said beside it", other: "Reference of the other ticket", relation: "How", priority: "Priority", effect: "Counts",
      effect_now: "from now on", effect_origin: "from the opening", at: "When", at_hint: "Empty: now.", consent: "The other party agreed, on record", until: "Until", request: "The request is sent now", request_hint: "Without a recorded request the other party may contest the pause.", what_asked: "What is asked for",
      record: "Record", anyway: "Record anyway", anyway_why: "You may record it anyway: it is kept in the history, and a finding tells that it makes no sense there.",
      major_why: "From here on the terms of major incidents apply; clocks are judged again at once.", merge_why: "Its clocks end here; what is left goes on in the other ticket.", cancel_why: "Its clocks end without a verdict.", resolve_why: "The clock of resolution stops now.",
    },
    correct: {
      title: "Correct event no. {{number}}", which: "Which move", why: "The event stays in the history; what you say here holds from now on, and all verdicts are judged again.", at: "When it happened in truth", party: "Party in truth", team: "Team in truth", value: "Value in truth", retract: "It never happened", reason: "Why",
      save: "Correct", mute: "Change something, or say that it never happened.", done: "Corrected: clocks are judged again.", choose: "Choose a move",
    },
    contest: {
      title: "Contest", about: "What", commitment: "Which commitment", all: "All of that agreement", event: "Which event", ground: "Ground", value: "Priority that it should have", at: "When it was in truth", never: "It never was", motive: "Why, for the other party", send: "Contest", done: "Contested: {{reference}}. The other party answers.",
      consequence_verdict: "If the other party agrees, the ticket leaves the figures of this commitment.", consequence_event: "If the other party agrees, the event is corrected and clocks are judged again.", consequence_pause: "If the other party agrees, the wait begins later, or never was, and that time counts.", consequence_priority: "If the other party agrees, the ticket is judged under this priority from its opening.", no_event: "There is no such event in this ticket.",
    },
    fresh: {
      title: "New ticket", title_customer: "Report a problem", what: "In a few words", what_customer: "What is the problem, in a few words?", customer: "Customer", kind: "Kind", kind_incident: "Incident", kind_request: "Request", kind_problem: "Problem", kind_change: "Change", kind_customer_incident: "Something does not work", kind_customer_request: "I need something",
      priority: "Priority", priority_customer: "How much does it hinder you?", p1: "P1 – everything stands still", p2: "P2 – many are hindered", p3: "P3 – one person, or little", p4: "P4 – no hurry", declared: "Priority declared by the customer", same: "the same", service: "Service", site: "Site", channel: "By which way", channel_phone: "Phone", channel_mail: "E-mail", channel_portal: "Portal", channel_desk: "Counter", channel_monitoring: "Monitoring",
      description: "Description", description_hint: "It becomes the first comment.", description_customer: "What happened, since when, for whom? You can add files afterwards.", at: "When it reached us", at_hint: "Empty: now. Clocks begin there.", open: "Open the ticket", open_customer: "Send", opening: "Opening…", kept: "What you typed is kept in this tab.", clear: "Start afresh", choose: "Choose…", unknown: "Not known", missing: "This is needed.",
      opened: "{{reference}} is open", opened_customer: "We have it: {{reference}}", promise: "What is promised for it", go: "Go to the ticket", another: "Another one", described: "The ticket is open, but its description was refused.",
    },
  },
  {
    opened: "ouvert {{when}}", opened_by: "ouvert {{when}} par {{who}}", tickets: "Tickets", customer: "Client", service: "Service", site: "Site", agreement: "Contrat", ball: "Main", no_service: "aucun",
    since: "depuis {{time}}", declared: "déclarée {{priority}}", declared_why: "Le client a déclaré {{declared}}\u202f; {{retained}} est retenue, et jugée.", major: "Incident majeur", part_of: "Rattaché à {{reference}}",
    none: "Aucun engagement ne couvre ce ticket", none_why: "Aucun contrat en vigueur ne promet quoi que ce soit pour ce client, cette nature, cette priorité et ce service. Il est suivi, sans être jugé.",
    no_customer_promise: "Aucune promesse au client ne couvre ce ticket.",
    kind_clock: { sla: "SLA", ola: "OLA", uc: "UC" },
    lane: {
      title: "Qui a la main", wall: "horloge murale", counted: "Compté", not_counted: "Non compté", over: "Au-delà", left: "Reste", closed: "Fermé", not_held: "Pas en main", chart: "Chronologie", table: "Tableau",
      zoom_in: "Agrandir", zoom_out: "Réduire", zoom_all: "Tout montrer", hint: "Faites glisser pour agrandir\u202f; + et − agrandissent et réduisent, 0 montre tout\u202f; les flèches vont d’un passage à l’autre\u202f; t montre le tableau.",
      label: "Chronologie\u00a0: qui a la main, puis chaque engagement sur le même axe. Le tableau dit la même chose.", limit: "Limite {{time}}", limit_far: "limite {{time}} →", uncounted: "non compté {{time}}",
      used: "compté {{time}}", of: "sur {{time}}", spare: "marge", share: "Temps compté", due: "échéance {{time}}", opened: "Ouvert",
      from: "À partir de", to: "Jusqu’à", hands: "Qui a la main", length: "Durée", treatment: "Décompte", sum: "Somme",
    },
    why: {
      title: "Pourquoi {{figure}}\u202f?", open: "Pourquoi\u202f?", of: "{{kind}} {{name}}", read: "lu le {{when}}", promise: "L’engagement retenu", clock: "L’horloge", calculation: "Le calcul", held: "Qui a eu la main", due: "Jusqu’à quand", finding: "À regarder",
      basis: "Base", wall: "{{from}} → {{to}}", wall_why: "horloge murale", closed: "Hors des heures de service", closed_why: "rien ne compte quand le calendrier est fermé",
      counted: "Temps compté", line: "ligne {{number}}", held_who: "dont {{who}}", promised: "Durée promise", left: "Reste", over: "De trop", due_at: "échéance {{when}}", due_none: "pas de limite pendant l’attente",
      ended: "atteint {{when}}", passed: "dépassée {{when}}", other: "Un autre engagement", copy: "Copier le calcul", contest: "Contester", language: "Langue de l’explication", step_by_step: "Pas à pas", sum: "somme {{time}}",
      journal: "Journal", calendar: "Calendrier", zones: "Fuseaux", calculation_version: "Calcul", version: "version {{number}}", agreement: "Contrat",
    },
    tab: { moves: "Passages de main", conversation: "Conversation", files: "Pièces jointes", links: "Liens", disputes: "Contestations", history: "Historique", label: "À propos de ce ticket" },
    moves: {
      from: "À partir de", to: "Vers", length: "Durée", counted: "Compté", source: "Source", total: "Total", left_out: "dont {{time}} non compté", correct: "Corriger un passage", not_counted: "non compté", by_program: "enregistré par un programme",
      unasked: "demande non enregistrée", running: "en ce moment", replaced: "remplace le n°\u00a0{{number}}\u00a0: {{before}}", corrected: "corrigé", none: "La main n’a pas encore changé.", of: "décompte de {{name}}",
    },
    talk: {
      write: "Écrire à l’autre partie", placeholder: "Ce que vous dites est gardé dans l’historique\u202f; les deux parties le lisent.", kind: "De quoi il s’agit", commented: "Commentaire, pour les deux", internal: "Note interne", placeholder_internal: "Pour votre société seulement\u00a0: le client ne la lit jamais.", responded: "Première réponse", updated: "Point de situation", answered: "Réponse à la demande",
      send: "Envoyer", none: "Personne n’a encore écrit", none_why: "Commentaires, réponses et points de situation sont gardés ici, avec qui l’a dit et quand.", program: "Un programme", sent: "Envoyé.",
    },
    files: {
      add: "Joindre des fichiers", drop: "ou déposez-les ici", none: "Aucune pièce jointe", none_why: "Écrans, journaux, courriels\u00a0: ce qui prouve ou explique. Les fichiers se téléchargent, ils ne s’ouvrent jamais ici.", name: "Fichier", size: "Taille", type: "Type annoncé", added: "Joint", digest: "Empreinte",
      download: "Télécharger", remove: "Retirer", removed: "retiré {{when}}", remove_title: "Retirer ce fichier\u202f?", remove_why: "Son nom et son contenu disparaissent pour de bon\u202f; une ligne dit qu’il était là, et pourquoi il ne l’est plus.", reason: "Motif", sending: "Envoi de {{name}}", done: "{{name}} est joint.", removed_done: "Retiré.", cancel: "Annuler l’envoi",
    },
    links: { add: "Lier à un autre ticket", none: "Lié à rien", none_why: "Liez les doublons, les parties d’un incident majeur et les récidives\u00a0: leur sort se lit des deux côtés.", merged: "Continue dans", parts: "Rattachés à lui", ticket: "Ticket", how: "Lien", when: "Depuis" },
    disputes: { none: "Rien n’est contesté", none_why: "Qui ne croit pas un résultat, un événement, une suspension ou la priorité le dit ici, et l’autre partie répond.", open: "Contester" },
    history: { number: "N°", when: "Quand", what: "Quoi", who: "Qui", note: "Ce qui est dit à côté", recorded: "enregistré {{when}}", was: "{{before}} → {{after}}", corrects: "corrige le n°\u00a0{{number}}", corrected_by: "corrigé par le n°\u00a0{{number}}", correct: "Corriger", program: "programme", consent: "avec accord", origin: "dès l’ouverture" },
    waiting: {
      customer_one: "Demandé {{count}} fois, la dernière {{when}}", customer_other: "Demandé {{count}} fois, la dernière {{when}}", unasked: "Aucune demande n’est enregistrée\u00a0: l’attente peut être contestée.", remind: "Relancer", record: "Enregistrer la demande", three: "Trois relances sans réponse\u00a0: le ticket peut être clos si le contrat le permet.", close: "Clore le ticket",
      you: "En attente de vous", you_asked: "On vous a demandé\u00a0: {{what}}", answer: "Répondre", resume: "Reprendre", since: "Attend {{who}} depuis {{when}}", reason: "Motif\u00a0: {{reason}}",
    },
    act: {
      more: "Autres actes", menu: "Actes sur ce ticket", resolve: "Résoudre", pass: "Passer la main", await: "Attendre une partie", ask: "Enregistrer une demande", resume: "Reprendre", answered: "Répondre", take: "Prendre", comment: "Commenter", merge: "Fusionner dans un autre ticket",
      major: "Déclarer un incident majeur", cancel: "Annuler le ticket", reopen: "Rouvrir", close: "Clore", restore: "Service rétabli", workaround: "Contournement fourni", relate: "Lier à un autre ticket", classify: "Changer la priorité", respond: "Première réponse", acknowledge: "Prendre en compte", declare: "Déclarer une priorité", accept: "Accepter", refuse: "Refuser",
      done: "{{act}}\u00a0: enregistré.", undone: "Repris.", undo_reason: "Repris aussitôt.", party: "À qui", awaited: "Qui est attendu", team: "Équipe", person: "Personne", reason: "Motif", note: "Ce qui est dit à côté", other: "Référence de l’autre ticket", relation: "Lien", priority: "Priorité", effect: "Compte",
      effect_now: "à partir de maintenant", effect_origin: "dès l’ouverture", at: "Quand", at_hint: "Vide\u00a0: maintenant.", consent: "L’autre partie est d’accord, par écrit", until: "Jusqu’à", request: "La demande part maintenant", request_hint: "Sans demande enregistrée, l’autre partie peut contester la suspension.", what_asked: "Ce qui est demandé",
      record: "Enregistrer", anyway: "Enregistrer quand même", anyway_why: "Vous pouvez l’enregistrer quand même\u00a0: il reste dans l’historique, et un constat dit qu’il n’a pas de sens à cet endroit.",
      major_why: "À partir d’ici, les termes des incidents majeurs s’appliquent\u202f; les chronos sont rejugés aussitôt.", merge_why: "Ses chronos finissent ici\u202f; ce qui reste continue dans l’autre ticket.", cancel_why: "Ses chronos finissent sans résultat.", resolve_why: "Le chrono de résolution s’arrête maintenant.",
    },
    correct: {
      title: "Corriger l’événement n°\u00a0{{number}}", which: "Quel passage", why: "L’événement reste dans l’historique\u202f; ce que vous dites ici vaut désormais, et tous les résultats sont rejugés.", at: "Quand il a eu lieu en vérité", party: "Partie en vérité", team: "Équipe en vérité", value: "Valeur en vérité", retract: "Il n’a jamais eu lieu", reason: "Pourquoi",
      save: "Corriger", mute: "Changez quelque chose, ou dites qu’il n’a jamais eu lieu.", done: "Corrigé\u00a0: les chronos sont rejugés.", choose: "Choisir un passage",
    },
    contest: {
      title: "Contester", about: "Quoi", commitment: "Quel engagement", all: "Tous ceux de ce contrat", event: "Quel événement", ground: "Cause", value: "Priorité qu’il devrait avoir", at: "Quand c’était en vérité", never: "Cela n’a jamais été", motive: "Pourquoi, pour l’autre partie", send: "Contester", done: "Contesté\u00a0: {{reference}}. L’autre partie répond.",
      consequence_verdict: "Si l’autre partie accepte, le ticket sort des chiffres de cet engagement.", consequence_event: "Si l’autre partie accepte, l’événement est corrigé et les chronos sont rejugés.", consequence_pause: "Si l’autre partie accepte, l’attente commence plus tard, ou n’a jamais été, et ce temps compte.", consequence_priority: "Si l’autre partie accepte, le ticket est jugé sous cette priorité dès son ouverture.", no_event: "Ce ticket n’a pas de tel événement.",
    },
    fresh: {
      title: "Nouveau ticket", title_customer: "Signaler un problème", what: "En quelques mots", what_customer: "Quel est le problème, en quelques mots\u202f?", customer: "Client", kind: "Nature", kind_incident: "Incident", kind_request: "Demande", kind_problem: "Problème", kind_change: "Changement", kind_customer_incident: "Quelque chose ne marche pas", kind_customer_request: "J’ai besoin de quelque chose",
      priority: "Priorité", priority_customer: "À quel point cela vous gêne-t-il\u202f?", p1: "P1 – tout est arrêté", p2: "P2 – beaucoup sont gênés", p3: "P3 – une personne, ou peu", p4: "P4 – rien ne presse", declared: "Priorité déclarée par le client", same: "la même", service: "Service", site: "Site", channel: "Par quelle voie", channel_phone: "Téléphone", channel_mail: "Courriel", channel_portal: "Portail", channel_desk: "Guichet", channel_monitoring: "Supervision",
      description: "Description", description_hint: "Elle devient le premier commentaire.", description_customer: "Que s’est-il passé, depuis quand, pour qui\u202f? Vous pourrez joindre des fichiers ensuite.", at: "Quand il nous est parvenu", at_hint: "Vide\u00a0: maintenant. Les chronos partent de là.", open: "Ouvrir le ticket", open_customer: "Envoyer", opening: "Ouverture…", kept: "Ce que vous avez saisi est gardé dans cet onglet.", clear: "Recommencer", choose: "Choisir…", unknown: "Non connue", missing: "À renseigner.",
      opened: "{{reference}} est ouvert", opened_customer: "C’est noté\u00a0: {{reference}}", promise: "Ce qui est promis pour lui", go: "Aller au ticket", another: "Un autre", described: "Le ticket est ouvert, mais sa description a été refusée.",
    },
  },
);
add_words("ticket_page", page_words);
