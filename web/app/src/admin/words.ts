import { add_words, both } from "../words/words";

export const admin_words = both(
  {
    title: "Users and settings", tab: { accounts: "Accounts", tokens: "Tokens", warnings: "Warnings", deliveries: "Deliveries", webhooks: "Webhooks", templates: "Texts of notices", sources: "Sources of facts", brand: "Look", mail: "E-mail", zones: "Time zones" },
    tabs: "Settings", name: "Name", state: "State", acts: "Acts", save: "Save", add: "Add", change: "Change", stop: "Stop", stopped: "Stopped", active: "Active", open_again: "Start again", since: "Since", zone: "Time zone", all: "All", all_f: "All",
    failed: "This was refused. Reload the page, then try again.", new_secret: "New secret", secret_why: "It is shown once. Copy it now into your tool; afterwards only another one can be made.",
    headline: {
      accounts_one: "{{n}} person signs in", accounts_other: "{{n}} people sign in", invited_one: "{{n}} is invited", invited_other: "{{n}} are invited", tokens: "Your programs sign in with tokens", warnings: "Who is told, and when", deliveries: "{{failed}} messages did not arrive", deliveries_fine: "All messages arrived",
      webhooks: "Programs that are told", templates: "What notices say", sources: "Programs that tell", brand: "One logo and one colour of your own", mail: "E-mail goes out as each node is set", zones: "Time zones are kept as they were",
    },
    brand: {
      title: "Look", why: "The look of your company is at the door and in the frame. A customer who has one of their own finds it on their pages; the others find yours.", logo: "Logo", logo_hint: "Any image: it is made as small as it is shown, and stands on white, so that it is seen in the dark too.", no_logo: "Without a logo", no_image: "“{{name}}” is no image that this browser reads. Choose a PNG, a JPEG, a WebP or an SVG.",
      accent: "Colour", accent_hint: "As #0B5CAD. It is refused when it cannot be read on white (contrast below 4.5); for dark pages it is made lighter. Empty: the usual one.", light: "On light pages", dark: "On dark pages", saved: "The look of {{name}} is kept", usual: "Back to the usual look",
    },
    mail: {
      title: "E-mail", beside: "this node", none: "This node sends no e-mail", none_why: "Set mail_server and mail_from in its configuration file, then start it again: the reference lists the settings. Notices wait in the inbox of each meanwhile.", server: "Server", encrypted: "Encrypted", yes: "Yes, by TLS", no: "No, in clear", from: "From", user: "Signs in as", nobody: "Nobody",
      try: "Send me a trial message", trying: "Sending…", taken: "The server took a message to {{to}}. If it does not arrive, look at what that server did with it.", not_taken: "Nothing went to {{to}}: {{answer}}",
    },
    accounts: {
      title: "Accounts", count_one: "{{n}} open", count_other: "{{n}} open", none: "Nobody yet", add: "Add an account", add_and_invite: "Add and invite", email: "E-mail address", company: "Company", language: "Language", roles: "Roles", role: "Role",
      customer: "Customer", part: "Part", team: "Team", site: "Site", everywhere: "Everywhere", add_role: "Another role", reach_hint: "A role holds where all of its limits are met; several roles add up.", invite: "Invite", link: "Invitation of {{name}}",
      link_why: "Send this link yourself: it is shown once, and lets them choose a password within seven days. Inviting again replaces it.", unlink: "Unlink", unlinked: "The company account of {{name}} lets them in no more", close: "Close",
      close_title: "Close the account of {{name}}?", close_why: "Their sessions, tokens and invitation end at once, on all nodes. What they did stays under their name. A closed account is not opened again.", closed: "The account of {{name}} is closed",
    },
    warnings: {
      rules: "Warning rules", add: "Add a rule", none: "No warning rule", none_why: "A rule says at which point somebody is told: three quarters of a target, an hour before, so few misses left.", needs_ladder: "First say who is told: add an escalation ladder below.",
      watches: "Watches", at: "At", narrowed: "Where", ladder: "Tells", kind: "Kind", priority: "Priority", closed: "The rule “{{name}}” is stopped",
      amount: { share_of_target: "Percent of the target (1 to 500)", time_left: "Open minutes before", waits_for_customer: "Open minutes of waiting", threshold_at_risk: "Misses left", budget_spent: "Percent of the budget", agreement_ends: "Days before", notice_to_give: "Days before" },
      shown: { share_of_target: "{{amount}}%", time_left: "{{amount}} min before", waits_for_customer: "{{amount}} min", threshold_at_risk: "{{amount}} left", budget_spent: "{{amount}}%", agreement_ends: "{{amount}} d before", notice_to_give: "{{amount}} d before" },
    },
    ladders: {
      title: "Escalation ladders", add: "Add a ladder", none: "No ladder", none_why: "A ladder says who is told, and who next when nobody answers.", levels: "Levels", level: "Level {{number}}", after: "After {{minutes}} min:", at_once: "At once:", urgent: "at any hour", after_minutes: "Minutes without an answer",
      at_any_hour: "Urgent: comes at any hour", tells: "Tells", whom: "Who", add_recipient: "Another recipient", add_level: "Another level", drop_level: "Drop this level",
    },
    rotas: { title: "On-call rotas", add: "Add a rota", none: "No rota", none_why: "The iCalendar export of your on-call tool says who is on call when.", now: "On call now", nobody: "Nobody", file: "Calendar file (.ics)", calendar: "Calendar", hint: "iCalendar: each ATTENDEE of an event, or its SUMMARY, is on call." },
    deliveries: {
      title: "Deliveries", no_email: "This node sends no e-mail: the setting mail_server is not there. What waits is left to nodes that have one.", waiting_email: "E-mails waiting", waiting_webhook: "Calls waiting", failed_email: "E-mails failed", failed_webhook: "Calls failed",
      to: "To", channel: "By", attempts: "Attempts", due: "When", answer: "What was answered", replay: "Try again", replay_all: "Try all again", replayed_one: "{{n}} message is tried again", replayed_other: "{{n}} messages are tried again", none: "Nothing in this state", none_failed: "Nothing failed", none_why: "What is told to people and programs passes here.",
    },
    webhooks: {
      title: "Webhooks", add: "Add a webhook", none: "No program is told", none_why: "A webhook receives each notice as a signed call.", url: "Address", url_hint: "https only. Never this machine nor its neighbours.", trial: "Try it", taken: "Taken: {{answer}}", not_taken: "Not taken: {{answer}}", gone: "Gone since {{at}}",
      closed: "{{name}} is told no more", secret: "Secret of the webhook",
    },
    templates: { title: "Texts of notices", why: "Our words, unless you write yours", subject: "Subject", body: "Text", placeholders: "Filled in when a message is made:", preview: "Preview", restore: "Our words again", words: "Words", ours: "Ours", house: "Of the house" },
    sources: {
      title: "Sources of facts", add: "Add a source", none: "Nothing tells yet", none_why: "Let your monitoring open and end outages by itself, and your ticketing tool tell of its tickets.", kind: "Kind", of_alert: "Of whom the alert names", opens: "Opens after (seconds)", closes: "Closes after (seconds)",
      profile: "Profile", profile_hint: "YAML: what is otherwise than the kind has it. May be empty, but for “other”.", heard: "Last heard", never: "Never", address: "Address", show: "Alerts", alerts: "Alerts of {{name}}", no_alerts: "No alert yet", no_alerts_why: "Let the tool call the address above, with the secret.",
      item: "What", alert: "Alert", began: "Began", ended: "Ended", lasts: "lasts", became: "Became", closed: "{{name}} is heard no more", secret: "Secret of the source",
    },
    zones: { why: "The release of the time zones is kept when an installation begins: an upgrade of the machine moves nothing that is judged. Another release is looked at, then accepted, at the machine itself.", title: "Accept another release", act: "Shows what it would move, and takes it into force as an act of the journal" },
    tokens: {
      title: "Tokens", add: "Make a token", none: "No token", none_why: "A program signs in with a token: it never does more than you may at that moment.", permissions: "May", days: "Days it holds (365 at most)", made: "Made", expires: "Ends", used: "Last used", never: "never", end: "End", ended: "The token “{{name}}” lets nobody in any more",
      end_title: "End the token “{{name}}”?", end_why: "Whatever shows it is refused from now on. It cannot be taken back.", secret: "The token", pick: "Choose one permission at least",
    },
    jobs: {
      headline_one: "{{n}} job under way", headline_other: "{{n}} jobs under way", idle: "Nothing is under way", mine: "Mine", everyone: "Everyone’s", title: "Jobs", none: "No job yet", none_why: "What takes longer than a moment runs here: dry runs and imports, figures, what-ifs. It goes on when you close the page.",
      kind: "Work", about: "About", by: "Asked by", asked: "Asked", took: "Took", progress: "Progress", cancel: "Cancel", cancelling: "Stops at its next step", retry: "Try again", why: "Why", waits: "waits",
    },
    journal: {
      headline: "Who did what, when", none: "The journal is not shown here yet", none_why: "Every act is kept and sealed already: the command “vigie verify” checks it at the machine. This page shows it once this server gives it out.", who: "Who", what: "What", thing: "About", when: "When", position: "No.", from: "From", to: "To", all: "Acts", reference: "Reference", changes: "Before and after", door: "From where", nothing: "No act is so", nothing_why: "Widen the days, or clear a field.",
    },
    welcome: {
      title: "Your first matrix in ten minutes", done_title: "Everything is there: go to the cockpit", steps: "Steps", step: { company: "Language and company", calendar: "Hours and holidays", customer: "First customer", agreement: "Agreement", tickets: "Tickets", cockpit: "Cockpit" },
      language: "Language of the pages", company: "Name of your company", company_hint: "As agreements name the provider.", next: "Next", done: "Done", later: "Leave, and go on later",
      country: "Public holidays of", hours: "Hours of service", hours_hint: "As agreements write them: mon-fri 08:00-18:00, several with a blank.", zone: "Time zone", days: "Days", from: "From", to: "To",
      customer: "Name of the customer", customer_hint: "As agreements and exports name them.", customer_there: "{{name}} is there already: add another, or go on.", service: "What the agreement is called", service_default: "Support of {{customer}}",
      template: "Start from", template_support: "Support: response and resolution by priority", template_audit: "Resolution only, waits left out", targets: "Targets", label_response: "Response {{priority}}", label_resolution: "Resolution {{priority}}", first_run: "First set-up", priority: "Priority", respond: "Respond within", resolve: "Resolve within", required: "Kept a month (%)", in: "In", always: "24 × 7", office: "Hours of service", signed: "Signed on", in_force: "In force from",
      in_force_hint: "Before the first ticket that you import: earlier ones are not judged.", signed_hint: "It was signed elsewhere, on paper for instance: it judges at once.", document: "The document", sign: "Record the agreement", agreement_there: "{{title}} is in force.",
      tickets_why: "Take an export of your tool: its columns are proposed, a dry run shows everything before anything counts.", import: "Import a file", import_there_one: "{{n}} import is published.", import_there_other: "{{n}} imports are published.", import_waits: "An import is under way: go on with it.", cockpit_why: "The matrix shows each commitment by month; each figure opens into its tickets.", cockpit: "Go to the cockpit", matrix: "See the matrix",
      set: { fr: "France", fr_alsace_moselle: "France, Alsace-Moselle", fr_guadeloupe: "Guadeloupe", fr_martinique: "Martinique", fr_guyane: "French Guiana", fr_reunion: "La Réunion", fr_mayotte: "Mayotte", be: "Belgium", lu: "Luxembourg", ch: "Switzerland", ch_ge: "Switzerland, Geneva", ch_vd: "Switzerland, Vaud", de: "Germany", gb_eng: "England and Wales", gb_sct: "Scotland", gb_nir: "Northern Ireland", us: "United States", none: "No holidays" },
    },
  },
  {
    title: "Comptes et réglages", tab: { accounts: "Comptes", tokens: "Jetons", warnings: "Alertes", deliveries: "Envois", webhooks: "Webhooks", templates: "Textes des avis", sources: "Sources de faits", brand: "Apparence", mail: "Courriel", zones: "Fuseaux" },
    tabs: "Réglages", name: "Nom", state: "État", acts: "Actions", save: "Enregistrer", add: "Ajouter", change: "Modifier", stop: "Arrêter", stopped: "Arrêté", active: "Actif", open_again: "Reprendre", since: "Depuis", zone: "Fuseau horaire", all: "Tous", all_f: "Toutes",
    failed: "Ceci a été refusé. Rechargez la page, puis réessayez.", new_secret: "Autre secret", secret_why: "Il est montré une seule fois. Copiez-le maintenant dans votre outil\u202f; ensuite on ne peut qu’en faire un autre.",
    headline: {
      accounts_one: "{{n}} personne se connecte", accounts_other: "{{n}} personnes se connectent", invited_one: "{{n}} est invitée", invited_other: "{{n}} sont invitées", tokens: "Vos programmes se connectent par des jetons", warnings: "Qui est prévenu, et quand", deliveries: "{{failed}} messages ne sont pas arrivés", deliveries_fine: "Tous les messages sont arrivés",
      webhooks: "Les programmes que l’on prévient", templates: "Ce que disent les avis", sources: "Les programmes qui racontent", brand: "Un logo et une couleur à vous", mail: "Le courriel part comme chaque nœud est réglé", zones: "Les fuseaux restent ce qu’ils étaient",
    },
    brand: {
      title: "Apparence", why: "L’apparence de votre société est à l’entrée et dans le cadre. Un client qui a la sienne la retrouve sur ses pages\u202f; les autres y voient la vôtre.", logo: "Logo", logo_hint: "Toute image\u00a0: elle est ramenée à la taille où elle se montre, sur du blanc, pour être vue aussi dans le sombre.", no_logo: "Sans logo", no_image: "«\u00a0{{name}}\u00a0» n’est pas une image que ce navigateur lit. Choisissez un PNG, un JPEG, un WebP ou un SVG.",
      accent: "Couleur", accent_hint: "Comme #0B5CAD. Elle est refusée si elle ne se lit pas sur du blanc (contraste inférieur à 4,5)\u202f; pour les pages sombres, elle est éclaircie. Vide\u00a0: celle d’usage.", light: "Sur les pages claires", dark: "Sur les pages sombres", saved: "L’apparence de {{name}} est gardée", usual: "Revenir à l’apparence d’usage",
    },
    mail: {
      title: "Courriel", beside: "ce nœud", none: "Ce nœud n’envoie pas de courriel", none_why: "Réglez mail_server et mail_from dans son fichier de configuration, puis redémarrez-le\u00a0: la référence donne les réglages. En attendant, les avis sont dans la boîte de chacun.", server: "Serveur", encrypted: "Chiffré", yes: "Oui, par TLS", no: "Non, en clair", from: "De", user: "S’identifie comme", nobody: "Personne",
      try: "M’envoyer un message d’essai", trying: "Envoi…", taken: "Le serveur a pris un message pour {{to}}. S’il n’arrive pas, voyez ce que ce serveur en a fait.", not_taken: "Rien n’est parti vers {{to}}\u00a0: {{answer}}",
    },
    accounts: {
      title: "Comptes", count_one: "{{n}} ouvert", count_other: "{{n}} ouverts", none: "Personne encore", add: "Ajouter un compte", add_and_invite: "Ajouter et inviter", email: "Adresse électronique", company: "Société", language: "Langue", roles: "Rôles", role: "Rôle",
      customer: "Client", part: "Partie", team: "Équipe", site: "Site", everywhere: "Partout", add_role: "Un autre rôle", reach_hint: "Un rôle vaut là où toutes ses limites sont remplies\u202f; plusieurs rôles s’ajoutent.", invite: "Inviter", link: "Invitation de {{name}}",
      link_why: "Envoyez ce lien vous-même\u00a0: il est montré une seule fois et permet de choisir un mot de passe sous sept jours. Inviter de nouveau le remplace.", unlink: "Délier", unlinked: "Le compte d’entreprise de {{name}} ne le laisse plus entrer", close: "Clore",
      close_title: "Clore le compte de {{name}}\u202f?", close_why: "Ses sessions, ses jetons et son invitation s’arrêtent aussitôt, sur tous les nœuds. Ce qui a été fait reste sous son nom. Un compte clos ne se rouvre pas.", closed: "Le compte de {{name}} est clos",
    },
    warnings: {
      rules: "Règles d’alerte", add: "Ajouter une règle", none: "Aucune règle d’alerte", none_why: "Une règle dit à quel moment quelqu’un est prévenu\u00a0: aux trois quarts d’un délai, une heure avant, quand il reste peu d’échecs permis.", needs_ladder: "Dites d’abord qui est prévenu\u00a0: ajoutez une échelle d’escalade ci-dessous.",
      watches: "Surveille", at: "À", narrowed: "Où", ladder: "Prévient", kind: "Nature", priority: "Priorité", closed: "La règle «\u00a0{{name}}\u00a0» est arrêtée",
      amount: { share_of_target: "Pour cent du délai (1 à 500)", time_left: "Minutes ouvrées avant", waits_for_customer: "Minutes ouvrées d’attente", threshold_at_risk: "Échecs restants", budget_spent: "Pour cent du budget", agreement_ends: "Jours avant", notice_to_give: "Jours avant" },
      shown: { share_of_target: "{{amount}}\u00a0%", time_left: "{{amount}} min avant", waits_for_customer: "{{amount}} min", threshold_at_risk: "{{amount}} restants", budget_spent: "{{amount}}\u00a0%", agreement_ends: "{{amount}} j avant", notice_to_give: "{{amount}} j avant" },
    },
    ladders: {
      title: "Échelles d’escalade", add: "Ajouter une échelle", none: "Aucune échelle", none_why: "Une échelle dit qui est prévenu, et qui ensuite quand personne ne répond.", levels: "Niveaux", level: "Niveau {{number}}", after: "Après {{minutes}} min\u00a0:", at_once: "Aussitôt\u00a0:", urgent: "à toute heure", after_minutes: "Minutes sans réponse",
      at_any_hour: "Urgent\u00a0: arrive à toute heure", tells: "Prévient", whom: "Qui", add_recipient: "Un autre destinataire", add_level: "Un autre niveau", drop_level: "Ôter ce niveau",
    },
    rotas: { title: "Tours d’astreinte", add: "Ajouter un tour", none: "Aucun tour d’astreinte", none_why: "L’export iCalendar de votre outil d’astreinte dit qui est d’astreinte, et quand.", now: "D’astreinte maintenant", nobody: "Personne", file: "Fichier calendrier (.ics)", calendar: "Calendrier", hint: "iCalendar\u00a0: chaque ATTENDEE d’un événement, ou son SUMMARY, est d’astreinte." },
    deliveries: {
      title: "Envois", no_email: "Ce nœud n’envoie aucun courriel\u00a0: le réglage mail_server n’y est pas. Ce qui attend est laissé aux nœuds qui en ont un.", waiting_email: "Courriels en attente", waiting_webhook: "Appels en attente", failed_email: "Courriels en échec", failed_webhook: "Appels en échec",
      to: "À", channel: "Par", attempts: "Essais", due: "Quand", answer: "Ce qui a été répondu", replay: "Réessayer", replay_all: "Tout réessayer", replayed_one: "{{n}} message est réessayé", replayed_other: "{{n}} messages sont réessayés", none: "Rien dans cet état", none_failed: "Rien n’a échoué", none_why: "Ce qui est dit aux personnes et aux programmes passe par ici.",
    },
    webhooks: {
      title: "Webhooks", add: "Ajouter un webhook", none: "Aucun programme n’est prévenu", none_why: "Un webhook reçoit chaque avis par un appel signé.", url: "Adresse", url_hint: "https seulement. Jamais cette machine ni ses voisines.", trial: "Essayer", taken: "Pris\u00a0: {{answer}}", not_taken: "Pas pris\u00a0: {{answer}}", gone: "Parti depuis le {{at}}",
      closed: "{{name}} n’est plus prévenu", secret: "Secret du webhook",
    },
    templates: { title: "Textes des avis", why: "Nos mots, sauf si vous écrivez les vôtres", subject: "Objet", body: "Texte", placeholders: "Remplis quand un message est fait\u00a0:", preview: "Aperçu", restore: "Reprendre nos mots", words: "Mots", ours: "Les nôtres", house: "De la maison" },
    sources: {
      title: "Sources de faits", add: "Ajouter une source", none: "Rien ne raconte encore", none_why: "Laissez votre supervision ouvrir et finir les indisponibilités d’elle-même, et votre outil de tickets raconter les siens.", kind: "Sorte", of_alert: "De qui l’alerte nomme", opens: "Ouvre après (secondes)", closes: "Ferme après (secondes)",
      profile: "Profil", profile_hint: "YAML\u00a0: ce qui diffère de ce que la sorte a déjà. Peut être vide, sauf pour «\u00a0autre\u00a0».", heard: "Entendue", never: "Jamais", address: "Adresse", show: "Alertes", alerts: "Alertes de {{name}}", no_alerts: "Aucune alerte encore", no_alerts_why: "Faites appeler l’adresse ci-dessus par l’outil, avec le secret.",
      item: "Quoi", alert: "Alerte", began: "Début", ended: "Fin", lasts: "dure", became: "Devenue", closed: "{{name}} n’est plus écoutée", secret: "Secret de la source",
    },
    zones: { why: "La version des fuseaux est gardée quand une installation commence\u00a0: une mise à jour de la machine ne déplace rien de ce qui est jugé. Une autre version se regarde, puis s’accepte, sur la machine elle-même.", title: "Accepter une autre version", act: "Montre ce qu’elle déplacerait, et la met en vigueur par un acte du journal" },
    tokens: {
      title: "Jetons", add: "Faire un jeton", none: "Aucun jeton", none_why: "Un programme se connecte avec un jeton\u00a0: il ne fait jamais plus que ce que vous pouvez à cet instant.", permissions: "Peut", days: "Jours de validité (365 au plus)", made: "Fait", expires: "Finit", used: "Dernier usage", never: "jamais", end: "Révoquer", ended: "Le jeton «\u00a0{{name}}\u00a0» ne laisse plus entrer personne",
      end_title: "Révoquer le jeton «\u00a0{{name}}\u00a0»\u202f?", end_why: "Ce qui le montre est refusé dès maintenant. C’est sans retour.", secret: "Le jeton", pick: "Choisissez au moins un droit",
    },
    jobs: {
      headline_one: "{{n}} travail en cours", headline_other: "{{n}} travaux en cours", idle: "Rien n’est en cours", mine: "Les miens", everyone: "Ceux de tous", title: "Travaux", none: "Aucun travail encore", none_why: "Ce qui prend plus d’un instant passe par ici\u00a0: répétitions et imports, chiffres, simulations. Cela continue quand vous fermez la page.",
      kind: "Travail", about: "Sur", by: "Demandé par", asked: "Demandé", took: "Durée", progress: "Avancement", cancel: "Annuler", cancelling: "S’arrête à sa prochaine étape", retry: "Réessayer", why: "Pourquoi", waits: "attend",
    },
    journal: {
      headline: "Qui a fait quoi, quand", none: "Le journal ne se montre pas encore ici", none_why: "Chaque acte est déjà gardé et scellé\u00a0: la commande «\u00a0vigie verify\u00a0» le vérifie sur la machine. Cette page le montrera dès que ce serveur le donne.", who: "Qui", what: "Quoi", thing: "Sur", when: "Quand", position: "N°", from: "Du", to: "Au", all: "Actes", reference: "Référence", changes: "Avant et après", door: "Par où", nothing: "Aucun acte n’est ainsi", nothing_why: "Élargissez les jours, ou videz un champ.",
    },
    welcome: {
      title: "Votre première matrice en dix minutes", done_title: "Tout est là\u00a0: passez au cockpit", steps: "Étapes", step: { company: "Langue et société", calendar: "Heures et jours fériés", customer: "Premier client", agreement: "Contrat", tickets: "Tickets", cockpit: "Cockpit" },
      language: "Langue des pages", company: "Nom de votre société", company_hint: "Comme les contrats nomment le prestataire.", next: "Suite", done: "Fait", later: "Quitter, et continuer plus tard",
      country: "Jours fériés de", hours: "Heures de service", hours_hint: "Comme les contrats les écrivent\u00a0: lun-ven 08:00-18:00, plusieurs séparées par un espace.", zone: "Fuseau horaire", days: "Jours", from: "De", to: "À",
      customer: "Nom du client", customer_hint: "Comme les contrats et les exports le nomment.", customer_there: "{{name}} est déjà là\u00a0: ajoutez-en un autre, ou continuez.", service: "Comment s’appelle le contrat", service_default: "Support de {{customer}}",
      template: "Partir de", template_support: "Support\u00a0: prise en compte et résolution par priorité", template_audit: "Résolution seule, attentes décomptées", targets: "Objectifs", label_response: "Prise en charge {{priority}}", label_resolution: "Résolution {{priority}}", first_run: "Première mise en place", priority: "Priorité", respond: "Répondre en", resolve: "Résoudre en", required: "Tenu par mois (%)", in: "Dans", always: "24 × 7", office: "Heures de service", signed: "Signé le", in_force: "En vigueur depuis le",
      in_force_hint: "Avant le premier ticket que vous importez\u00a0: les précédents ne sont pas jugés.", signed_hint: "Il a été signé ailleurs, sur papier par exemple\u00a0: il juge aussitôt.", document: "Le document", sign: "Enregistrer le contrat", agreement_there: "{{title}} est en vigueur.",
      tickets_why: "Prenez un export de votre outil\u00a0: ses colonnes sont proposées, une répétition à blanc montre tout avant que rien ne compte.", import: "Importer un fichier", import_there_one: "{{n}} import est publié.", import_there_other: "{{n}} imports sont publiés.", import_waits: "Un import est en cours\u00a0: reprenez-le.", cockpit_why: "La matrice montre chaque engagement par mois\u202f; chaque chiffre s’ouvre sur ses tickets.", cockpit: "Aller au cockpit", matrix: "Voir la matrice",
      set: { fr: "France", fr_alsace_moselle: "France, Alsace-Moselle", fr_guadeloupe: "Guadeloupe", fr_martinique: "Martinique", fr_guyane: "Guyane", fr_reunion: "La Réunion", fr_mayotte: "Mayotte", be: "Belgique", lu: "Luxembourg", ch: "Suisse", ch_ge: "Suisse, Genève", ch_vd: "Suisse, Vaud", de: "Allemagne", gb_eng: "Angleterre et pays de Galles", gb_sct: "Écosse", gb_nir: "Irlande du Nord", us: "États-Unis", none: "Aucun jour férié" },
    },
  },
);
add_words("admin", admin_words);
