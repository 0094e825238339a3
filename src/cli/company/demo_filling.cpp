#include "cli/company/demo_filling.h"

#include <algorithm>
#include <set>
#include <stdexcept>

#include "cli/company/demo_months.h"
#include "cli/company/demo_people.h"
#include "cli/company/demo_talk.h"
#include "cli/company/demo_watch.h"
#include "demo/demo.h"
#include "demo/outage_story.h"
#include "notation/ndjson_events.h"
#include "server/document_reader.h"
#include "store/identity/account.h"
#include "store/people/party.h"
#include "usecase/agreement/agreement.h"
#include "usecase/identity/account.h"
#include "usecase/operation/told_ticket.h"
#include "usecase/outage/maintenance.h"
#include "usecase/outage/outage.h"
#include "usecase/people/party.h"
#include "usecase/ticket/ticket_view.h"
#include "usecase/typed_text.h"
#include "vocabulary/http.h"

namespace vigie {

namespace {

class Filler {
 public:
  explicit Filler(const DemoFilling& filling)
      : filling_{filling},
        caller_{demo_program()},
        shelf_{reader_, filling.zones},
        work_{filling.here, shelf_, filling.zones} {}

  DemoFilled fill() {
    DemoFilled filled;
    const auto& people = demo_people();
    for (const DemoPerson& person : people) {
      filled.accounts.push_back({person.role, email_of(person)});
    }
    if (is_there()) return filled;
    const std::vector<Parties> parties = add_parties();
    const std::string digest = PasswordChecks::digest_of_password(filling_.password);
    for (std::size_t i = 0; i + 1 < people.size(); ++i) add_demo_account(work_, people[i], digest);
    add_demo_teams(work_);
    add_demo_services(work_);
    add_agreements(parties);
    add_demo_rules(work_);
    filled.tickets = add_tickets_and_outages();
    live();
    // The last account says that all of it is there.
    add_demo_account(work_, people.back(), digest);
    return filled;
  }

 private:
  template <class Work>
  auto perform_as_program(Permission permission, Work work) {
    return perform(filling_.here, caller_, permission, work);
  }

  bool is_there() {
    bool found = false;
    filling_.here.database.read([&](Connection& rows) {
      found = account_by_email(rows, email_of(demo_people().back())).has_value();
    });
    return found;
  }

  /// What people did since: of a story that is told until now, their day as well.
  void live() {
    const Interval told = demo_days(filling_.until, filling_.zones);
    Instant now;
    filling_.here.database.read([&](Connection& rows) { now = clock_of_database(rows); });
    const Instant present = std::min(filling_.until.value_or(told.to), now);
    close_demo_months(work_, present);
    if (filling_.until) talk_in_demo(work_, present);
    make_demo_notices(work_);
  }

  /// The parties of each document, in the order of the documents.
  std::vector<Parties> add_parties() {
    std::vector<Parties> between;
    for (const DemoDocument& document : demo_agreements()) {
      Names names;
      const auto read = reader_.read(document.text, std::string{document.name}, names);
      if (!read) throw std::runtime_error("an agreement of the demo company cannot be read");
      between.push_back(read->between);
    }
    add_party_once(std::string{demo_company}, PartyKind::owner);
    for (const Parties& each : between) {
      add_party_once(each.provider, PartyKind::supplier);
      for (const std::string& supplier : each.suppliers) {
        add_party_once(supplier, PartyKind::supplier);
      }
      if (!each.customer.empty()) add_party_once(each.customer, PartyKind::customer);
    }
    return between;
  }

  void add_party_once(const std::string& name, PartyKind kind) {
    if (!parties_.insert(name).second) return;
    bool is_new = false;
    demo_done(perform_as_program(Permission::write_parties, [&](Desk& desk) -> Outcome<PartyView> {
      is_new = !party_by_designation(desk.rows(), name);
      if (!is_new) return PartyView{};
      return add_party(
          desk, {.reference = reference_made_of(name), .kind = kind, .parent = {}, .name = name});
    }));
    if (!is_new || kind != PartyKind::customer) return;
    const auto& customers = demo_customers();
    const auto customer = std::ranges::find(customers, name, &DemoCustomer::name);
    if (customer != customers.end()) add_demo_sites(work_, *customer);
  }

  /// An agreement may rest on others: those first, whatever the order of the documents. The terms
  /// of the house are left out: what is kept is promised to someone.
  void add_agreements(const std::vector<Parties>& between) {
    std::set<std::size_t> waiting;
    for (std::size_t i = 0; i < between.size(); ++i) {
      if (!between[i].customer.empty()) waiting.insert(i);
    }
    while (!waiting.empty()) {
      std::set<std::size_t> left;
      Outcome<AgreementView> last{AgreementView{}};
      for (const std::size_t i : waiting) {
        const std::string document =
            agreement_until(demo_agreements()[i], filling_.until, filling_.zones);
        auto added = perform_as_program(Permission::write_agreements, [&](Desk& desk) {
          return add_agreement_version(desk, shelf_, {.document = document});
        });
        if (added) continue;
        left.insert(i);
        last = std::move(added);
      }
      if (left.size() == waiting.size()) demo_done(last);
      waiting = std::move(left);
    }
  }

  std::uint64_t add_tickets_and_outages() {
    Names names;
    Histories histories;
    OutageLog outages;
    Findings findings;
    EventLineReader reader{"demo", names, histories, outages, findings};
    std::string pending;
    std::uint64_t number = 0;
    tell_demo({.tickets = filling_.tickets,
               .seed = filling_.seed,
               .zones = filling_.zones,
               .until = filling_.until},
              [&](std::string_view piece) {
                pending += piece;
                std::size_t from = 0;
                for (std::size_t end = pending.find('\n'); end != std::string::npos;
                     end = pending.find('\n', from)) {
                  reader.read(std::string_view{pending}.substr(from, end - from), ++number);
                  from = end + 1;
                }
                pending.erase(0, from);
              });
    std::uint64_t done = 0;
    const std::uint64_t all = histories.tickets().size();
    for (const History& history : histories.tickets()) {
      add_customer_of(history, names);
      demo_done(perform_as_program(Permission::write_tickets, [&](Desk& desk) {
        return tell_ticket(desk, shelf_,
                           {.title = title_of(history, names), .history = history, .names = names});
      }));
      if (filling_.progress) filling_.progress(++done, all);
    }
    for (const Outage& outage : outages.outages()) add_outage(outage, names);
    for (const MaintenanceWindow& window : outages.maintenance()) add_maintenance(window, names);
    return all;
  }

  /// Small customers are promised what the house promises to everybody: no agreement names them.
  void add_customer_of(const History& history, const Names& names) {
    for (const Event& event : history.events) {
      if (event.word == EventWord::classified && event.attribute == Attribute::customer) {
        add_party_once(std::string{names.text(event.value)}, PartyKind::customer);
      }
    }
  }

  void add_outage(const Outage& outage, const Names& names) {
    const std::string item{names.text(outage.of)};
    const OutageEvent& first = outage.events.front();
    const OutageView opened =
        demo_done(perform_as_program(Permission::write_outages, [&](Desk& desk) {
          return open_outage(desk, {.item = item,
                                    .title = item,
                                    .customer = reference_made_of(watched_customer(item)),
                                    .at = first.at,
                                    .reported = first.word == OutageWord::reported,
                                    .weight = weight_of(first),
                                    .source = std::string{names.text(first.source)}});
        }));
    for (auto event = outage.events.begin() + 1; event != outage.events.end(); ++event) {
      demo_done(perform_as_program(Permission::write_outages, [&](Desk& desk) {
        return record_outage_event(desk, {.reference = opened.reference, .version = {}},
                                   {.event = event->word, .at = event->at});
      }));
    }
  }

  static std::optional<std::int64_t> weight_of(const OutageEvent& event) {
    if (!event.severity) return std::nullopt;
    return event.severity->numerator * whole_weight / event.severity->denominator;
  }

  void add_maintenance(const MaintenanceWindow& window, const Names& names) {
    demo_done(perform_as_program(Permission::write_outages, [&](Desk& desk) {
      return announce_maintenance(
          desk, {.title = window.title,
                 .starts_at = window.interval.from,
                 .ends_at = window.interval.to,
                 .item = std::string{names.text(window.of)},
                 .customer = reference_made_of(watched_customer(names.text(window.of))),
                 .announced_at = window.announced_at});
    }));
  }

  /// "Réseau – lien WAN", of what it was classified under when it was opened.
  static std::string title_of(const History& history, const Names& names) {
    std::string service;
    std::string category;
    for (const Event& event : history.events) {
      if (event.word != EventWord::classified) continue;
      if (event.attribute == Attribute::service) service = names.text(event.value);
      if (event.attribute == Attribute::category) category = names.text(event.value);
    }
    if (category.empty())
      return service.empty() ? std::string{names.text(history.ticket)} : service;
    return service.empty() ? category : service + " – " + category;
  }

  const DemoFilling& filling_;
  Caller caller_;
  YamlDocumentReader reader_;
  TermsShelf shelf_;
  DemoWork work_;
  std::set<std::string> parties_;
};

}  // namespace

DemoFilled fill_with_demo(const DemoFilling& filling) { return Filler{filling}.fill(); }

}  // namespace vigie
