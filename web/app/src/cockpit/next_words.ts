import { add_words, both } from "../words/words";

export const next_words = both(
  {
    reading: "Reading your queue…", quiet: "Nothing with us; {{count}} to take in the team", late: "{{reference}} is past its limit: finish it, or say why",
    close: "Finish {{reference}} before {{when}}", waiting: "{{reference}} first; its clock waits", team: "Team",
    our_left: "Left on our side", our_left_short: "Our time left", every_team: "All teams", rest_one: "{{count}} more in the list of tickets", rest_other: "{{count}} more in the list of tickets", by: "as the {{kind}} says", by_short: "By", until: "until {{when}}", waits: "it waits", now: "Now", pass: "Hand over", open: "Open",
    then: "Then, with us", then_beside: "{{count}}, in the order of what is left on our side", none: "Nothing is with your team",
    none_why: "Tickets that come to the team appear here by themselves, what is due first at the head.", to_tickets: "All tickets",
    free: "To take in the team", free_beside: "{{count}} without a team", others: "With others, to watch", others_none: "Nobody else has the ball.",
    uc_left: "{{time}} left of their promise", uc_over: "{{time}} past their promise",
    pass_title: "Hand {{reference}} over", pass_to: "To whom", pass_us: "A team of ours", pass_customer: "The customer", pass_supplier: "A supplier", pass_team: "Team", pass_which: "Which supplier",
    pass_what: "What is awaited", pass_reason: "Why it waits", pass_asked: "This is asked of them now, on record", passed: "{{reference}} is handed over.", pass_done: "Hand over",
    pass_counts: "For the customer the clock may pause: the agreement says for which reasons. With a supplier it goes on.",
  },
  {
    reading: "Lecture de votre file…", quiet: "Rien chez nous\u202f; {{count}} à prendre dans l’équipe", late: "{{reference}} a dépassé sa limite\u00a0: le finir, ou dire pourquoi",
    close: "Clore {{reference}} avant {{when}}", waiting: "{{reference}} d’abord\u202f; son chrono attend", team: "Équipe",
    our_left: "Reste de notre côté", our_left_short: "Notre reste", every_team: "Toutes les équipes", rest_one: "{{count}} de plus dans la liste des tickets", rest_other: "{{count}} de plus dans la liste des tickets", by: "selon le {{kind}}", by_short: "Selon", until: "jusqu’à {{when}}", waits: "en attente", now: "Maintenant", pass: "Passer la main", open: "Ouvrir",
    then: "Ensuite, chez nous", then_beside: "{{count}}, dans l’ordre du reste de notre côté", none: "Rien chez votre équipe",
    none_why: "Les tickets qui arrivent à l’équipe viennent ici d’eux-mêmes, la première échéance en tête.", to_tickets: "Tous les tickets",
    free: "À prendre dans l’équipe", free_beside: "{{count}} non affectés", others: "Chez d’autres, à surveiller", others_none: "Personne d’autre n’a la main.",
    uc_left: "reste {{time}} de leur promesse", uc_over: "leur promesse dépassée de {{time}}",
    pass_title: "Passer la main sur {{reference}}", pass_to: "À qui", pass_us: "Une de nos équipes", pass_customer: "Le client", pass_supplier: "Un fournisseur", pass_team: "Équipe", pass_which: "Quel fournisseur",
    pass_what: "Ce qui est attendu", pass_reason: "Pourquoi il attend", pass_asked: "C’est demandé maintenant, par écrit", passed: "La main est passée sur {{reference}}.", pass_done: "Passer la main",
    pass_counts: "Chez le client, le chrono peut s’arrêter\u00a0: le contrat dit pour quels motifs. Chez un fournisseur, il court.",
  },
);
add_words("next", next_words);
