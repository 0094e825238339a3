#include "cli/company/demo_talk.h"

#include <algorithm>
#include <iterator>

#include "usecase/dispute/dispute.h"
#include "usecase/outage/maintenance.h"
#include "usecase/ticket/event.h"
#include "usecase/ticket/ticket_list.h"
#include "usecase/typed_text.h"

namespace vigie {

namespace {

using std::chrono::days;
using std::chrono::hours;
using std::chrono::minutes;

constexpr std::string_view our_desk = "Centre de services";

class Today {
 public:
  Today(const DemoWork& work, Instant present)
      : work_{work},
        present_{present},
        sdm_{demo_person(work, UserRole::sdm)},
        technician_{demo_person(work, UserRole::technician)},
        customer_{demo_person(work, UserRole::customer)},
        portal_{reference_made_of(demo_portal_customer)} {}

  void tell() {
    talk_on_open_tickets();
    remind();
    contest_a_priority();
    break_down();
    announce_work();
    contest();
  }

 private:
  std::vector<TicketView> listed(TicketShown shown) const {
    const TicketFilter filter{.shown = shown, .order = TicketOrder::newest, .customer = portal_};
    auto page =
        demo_done(look(work_.here, technician_, Permission::read_tickets, [&](const Look& look) {
          return tickets(look, work_.shelf, {.most = 200}, filter);
        }));
    return std::move(page.items);
  }

  void record(const Caller& caller, const TicketView& ticket, const RecordEvent& event) const {
    demo_done(perform(work_.here, caller, Permission::write_tickets, [&](Desk& desk) {
      return record_event(desk, work_.shelf, {.reference = ticket.reference, .version = {}}, event);
    }));
  }

  /// So long ago, but not before the ticket.
  Instant ago(const TicketView& ticket, minutes length) const {
    return std::max(present_ - length, ticket.opened_at + minutes{1});
  }

  void talk_on_open_tickets() const {
    constexpr std::size_t talked_about = 4;
    std::size_t number = 0;
    for (const TicketView& ticket : listed(TicketShown::open)) {
      if (ticket.phase == Phase::awaiting || ticket.team != our_desk) continue;
      record(technician_, ticket,
             {.event = EventWord::assigned,
              .at = ago(ticket, minutes{25}),
              .team = std::string{our_desk},
              .person = number % 2 == 0 ? "technician" : "l-fontaine"});
      record(technician_, ticket,
             {.event = EventWord::commented,
              .at = ago(ticket, minutes{20}),
              .note = "Nous avons repris la main sur le poste ; un nouvel essai est en cours.",
              .audience = Audience::customer});
      record(customer_, ticket,
             {.event = EventWord::commented,
              .note = "Merci. Deux autres personnes du bureau ont le même message."});
      record(technician_, ticket,
             {.event = EventWord::commented,
              .note = "Même symptôme que la semaine dernière : vérifier le certificat avant de "
                      "changer le poste.",
              .audience = Audience::internal});
      if (++number == talked_about) return;
    }
  }

  /// One that waits for the customer is asked again.
  void remind() const {
    for (const TicketView& ticket : listed(TicketShown::open)) {
      if (ticket.phase != Phase::awaiting || ticket.holder != key_of(Role::customer)) continue;
      return record(technician_, ticket,
                    {.event = EventWord::requested,
                     .value = "le nom du poste et l’heure du message",
                     .party = std::string{key_of(Role::customer)},
                     .note = "Relance : sans ces éléments, le diagnostic ne peut pas reprendre."});
    }
  }

  /// The customer declares more than the provider retains.
  void contest_a_priority() const {
    for (const TicketView& ticket : listed(TicketShown::open)) {
      if (ticket.priority != "P3" && ticket.priority != "P4") continue;
      return record(customer_, ticket,
                    {.event = EventWord::classified,
                     .attribute = Attribute::declared_priority,
                     .value = "P2",
                     .note = "Toute l’équipe de paie est arrêtée."});
    }
  }

  void break_down() const {
    demo_done(perform(work_.here, technician_, Permission::write_outages, [&](Desk& desk) {
      return open_outage(desk, {.item = "Réseau",
                                .title = "Lien principal de Roubaix instable",
                                .customer = portal_,
                                .at = present_ - minutes{38},
                                .reported = false,
                                .weight = 400,
                                .users = 60,
                                .source = "probe",
                                .note = "Bascule sur le lien de secours demandée à l’opérateur."});
    }));
  }

  void announce_work() const {
    const Instant from = std::chrono::floor<days>(present_) + days{8} + hours{20};
    demo_done(perform(work_.here, sdm_, Permission::write_outages, [&](Desk& desk) {
      return announce_maintenance(desk, {.title = "Remplacement du cœur de réseau de Lyon",
                                         .starts_at = from,
                                         .ends_at = from + hours{3},
                                         .item = "Réseau",
                                         .customer = portal_,
                                         .announced_at = {}});
    }));
  }

  /// What may be contested of the tickets that ended last: the verdict of those that missed a
  /// promise to the customer, first; then the priority of the others.
  std::vector<OpenDispute> contestable() const {
    std::vector<OpenDispute> verdicts;
    std::vector<OpenDispute> priorities;
    for (const TicketView& ticket : listed(TicketShown::ended)) {
      const auto clock = std::ranges::find_if(ticket.clocks, [](const ClockView& each) {
        return each.kind == AgreementKind::sla && each.verdict == Verdict::breached;
      });
      if (clock == ticket.clocks.end()) {
        const std::string value = ticket.priority == "P2" ? "P3" : "P2";
        priorities.push_back(
            {.about = DisputeAbout::priority, .ticket = ticket.reference, .value = value});
        continue;
      }
      verdicts.push_back({.about = DisputeAbout::verdict,
                          .ticket = ticket.reference,
                          .agreement = clock->agreement,
                          .commitment = clock->commitment});
    }
    std::ranges::move(priorities, std::back_inserter(verdicts));
    return verdicts;
  }

  /// Its reference; none: the agreement leaves no time for it any more.
  std::optional<std::string> claim(const Caller& caller, const OpenDispute& asked) const {
    const auto opened = perform(work_.here, caller, Permission::contest,
                                [&](Desk& desk) { return open_dispute(desk, work_.shelf, asked); });
    if (!opened && opened.error().refusal == Refusal::claim_too_late) return std::nullopt;
    return demo_done(opened).reference;
  }

  void answer(const Caller& caller, const std::string& dispute, const AnswerDispute& asked) const {
    demo_done(perform(work_.here, caller, Permission::contest, [&](Desk& desk) {
      return answer_dispute(desk, work_.shelf, {.reference = dispute, .version = {}}, asked);
    }));
  }

  void contest() const {
    std::vector<OpenDispute> claims = contestable();
    const auto next = [&](const Caller& caller, ExclusionGround ground, std::string_view motive) {
      while (!claims.empty()) {
        OpenDispute asked = std::move(claims.front());
        claims.erase(claims.begin());
        if (asked.about == DisputeAbout::verdict) asked.ground = ground;
        asked.motive = motive;
        if (auto reference = claim(caller, asked)) return reference;
      }
      return std::optional<std::string>{};
    };
    (void)next(sdm_, ExclusionGround::customer_caused,
               "Le site était fermé à notre arrivée ; le gardien n’avait pas été prévenu.");
    if (const auto agreed = next(sdm_, ExclusionGround::third_party,
                                 "Panne générale de l’opérateur, avis joint au ticket.")) {
      answer(customer_, *agreed,
             {.answer = DisputeWord::agreed, .motive = "D’accord, nous l’avons constaté aussi."});
    }
    if (const auto refused_one =
            next(sdm_, ExclusionGround::force_majeure, "Orage sur Lyon ce jour-là.")) {
      answer(customer_, *refused_one,
             {.answer = DisputeWord::refused,
              .motive = "Le bâtiment n’a pas été touché ; le poste était en panne la veille."});
    }
    (void)next(customer_, ExclusionGround::agreed,
               "Clos sans notre accord : le message revenait encore le lendemain.");
  }

  const DemoWork& work_;
  Instant present_;
  Caller sdm_;
  Caller technician_;
  Caller customer_;
  std::string portal_;
};

}  // namespace

void talk_in_demo(const DemoWork& work, Instant present) { Today{work, present}.tell(); }

}  // namespace vigie
