import { add_words, both } from "../words/words";

export const dispute_words = both(
  {
    title_none: "Nothing is contested", title_ours_one: "{{count}} dispute awaits your answer", title_ours_other: "{{count}} disputes await your answer", title_theirs_one: "{{count}} dispute awaits the other party", title_theirs_other: "{{count}} disputes await the other party", title_settled: "Every dispute is settled",
    none: "Nothing is contested", none_why: "Whoever does not believe a verdict, an event, a suspension or a priority contests it from the ticket. It is answered here, and what both agree on takes effect at once.", none_shown: "None of these", none_shown_why: "Other disputes are hidden by the filter.", see_all: "Show all", see_tickets: "See the tickets",
    shown: "Which ones", open: "Awaiting an answer", settled: "Settled", all: "All",
    column: { reference: "Dispute", subject: "About", customer: "Customer", side: "Claimed by", state: "State", turn: "Whose turn", until: "Answer until", then: "Silence means", claimed: "Claimed" },
    you: "you", your_turn: "Your turn", provider: "provider", customer: "customer", by_silence: "nobody answered in time", no_limit: "no limit agreed", nothing: "nothing",
    about: { verdict: "Leave it out of the figures", event: "Correct an event", pause: "Take back a suspension", priority: "Judge under another priority" },
    head: "{{about}}: {{subject}}", all_commitments: "all commitments of {{agreement}}", event_of: "event no. {{number}}", disputes: "Disputes",
    silence: "Without an answer by {{until}} it is {{then}}.", waiting_for: "{{who}} answers", waiting_you: "You answer", settled_on: "Settled on {{when}}: {{state}}.", settled_silence: "Settled by silence on {{when}}: {{state}}.",
    said: "What was said", step: "{{who}}: {{word}}", recorded: "written down {{when}}", motive_erased: "the motive was erased", ground: "Ground", at: "At", never: "it never was", value: "Priority",
    figures: "Three readings of the same clock", figures_why: "Gross takes no exclusion; net agreed takes those that both accepted, and alone counts for money; net claimed takes those only claimed.", commitment: "Commitment", gross: "Gross", net_agreed: "Net agreed", net_claimed: "Net claimed", official: "official", no_clock: "No clock is concerned.",
    answer: { title: "Answer", as: "Answer for", as_provider: "the provider", as_customer: "the customer", agreed: "Agree", refused: "Refuse", countered: "Propose something else", withdrawn: "Withdraw", motive: "Why", motive_agreed: "Why (may stay empty)", send: "Send the answer", done: "{{word}}: it takes effect.", consequence_agreed: "What was last proposed takes effect at once: clocks and figures are judged again.", consequence_refused: "Nothing changes: the verdict stays.", consequence_countered: "The other party answers your proposal in its turn.", consequence_withdrawn: "It is no longer claimed.", said_at: "When it was said", said_hint: "Empty: now. What a committee said can be written down afterwards.", not_yours: "The other party answers. You may write down for it what it said." },
    open_ticket: "Open the ticket",
  },
  {
    title_none: "Rien n’est contesté", title_ours_one: "{{count}} contestation attend votre réponse", title_ours_other: "{{count}} contestations attendent votre réponse", title_theirs_one: "{{count}} contestation attend l’autre partie", title_theirs_other: "{{count}} contestations attendent l’autre partie", title_settled: "Toutes les contestations sont réglées",
    none: "Rien n’est contesté", none_why: "Qui ne croit pas un résultat, un événement, une suspension ou une priorité le conteste depuis le ticket. On y répond ici, et ce que les deux acceptent prend effet aussitôt.", none_shown: "Aucune de celles-ci", none_shown_why: "Le filtre en cache d’autres.", see_all: "Tout montrer", see_tickets: "Voir les tickets",
    shown: "Lesquelles", open: "En attente d’une réponse", settled: "Réglées", all: "Toutes",
    column: { reference: "Contestation", subject: "À propos de", customer: "Client", side: "Demandée par", state: "État", turn: "À qui de répondre", until: "Réponse avant", then: "Le silence vaut", claimed: "Demandée" },
    you: "vous", your_turn: "À vous", provider: "prestataire", customer: "client", by_silence: "personne n’a répondu à temps", no_limit: "pas de délai convenu", nothing: "rien",
    about: { verdict: "Le sortir des chiffres", event: "Corriger un événement", pause: "Reprendre une suspension", priority: "Le juger sous une autre priorité" },
    head: "{{about}}\u00a0: {{subject}}", all_commitments: "tous les engagements de {{agreement}}", event_of: "événement n°\u00a0{{number}}", disputes: "Contestations",
    silence: "Sans réponse avant le {{until}}, elle est {{then}}.", waiting_for: "{{who}} répond", waiting_you: "À vous de répondre", settled_on: "Réglée le {{when}}\u00a0: {{state}}.", settled_silence: "Réglée par le silence le {{when}}\u00a0: {{state}}.",
    said: "Ce qui a été dit", step: "{{who}}\u00a0: {{word}}", recorded: "noté {{when}}", motive_erased: "le motif a été effacé", ground: "Cause", at: "Instant", never: "cela n’a jamais été", value: "Priorité",
    figures: "Trois lectures du même chrono", figures_why: "Le brut ne retient aucune exclusion\u202f; le net convenu retient celles que les deux ont acceptées, et compte seul pour l’argent\u202f; le net revendiqué retient aussi celles qui ne sont que demandées.", commitment: "Engagement", gross: "Brut", net_agreed: "Net convenu", net_claimed: "Net revendiqué", official: "officiel", no_clock: "Aucun chrono n’est concerné.",
    answer: { title: "Répondre", as: "Répondre pour", as_provider: "le prestataire", as_customer: "le client", agreed: "Accepter", refused: "Refuser", countered: "Proposer autre chose", withdrawn: "Retirer", motive: "Pourquoi", motive_agreed: "Pourquoi (peut rester vide)", send: "Envoyer la réponse", done: "{{word}}\u00a0: cela prend effet.", consequence_agreed: "Ce qui a été proposé en dernier prend effet aussitôt\u00a0: chronos et chiffres sont rejugés.", consequence_refused: "Rien ne change\u00a0: le résultat reste.", consequence_countered: "L’autre partie répond à son tour à votre proposition.", consequence_withdrawn: "Ce n’est plus demandé.", said_at: "Quand cela a été dit", said_hint: "Vide\u00a0: maintenant. Ce qu’un comité a dit peut être noté après coup.", not_yours: "C’est à l’autre partie de répondre. Vous pouvez noter pour elle ce qu’elle a dit." },
    open_ticket: "Ouvrir le ticket",
  },
);
add_words("dispute", dispute_words);
