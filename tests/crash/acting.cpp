#include "crash/acting.h"

#include "engine/base/require.h"
#include "store/database/migrations.h"
#include "usecase/agreement/agreement.h"
#include "usecase/people/party.h"
#include "usecase/ticket/event.h"

namespace vigie::crash {

namespace {

constexpr const char* document =
    "id: acme\nversion: 1\nbetween: {provider: Nova, customer: Acme}\nin_force: {from: "
    "2020-01-01}\nzone: Europe/Paris\ntargets:\n  resolve: {metric: resolution, for: {kind: "
    "incident}, within: 4h in always, required: 90 % per month}\n";

}  // namespace

Acting::Acting(const std::string& folder, const SealingKey& key, SqliteSettings file) {
  file.path = folder + "/vigie.db";
  database_ = std::make_unique<SqliteDatabase>(DatabaseSettings{}, file);
  require(migrate(*database_, migrations()).has_value(), "the steps can be walked");
  sealer_ = std::make_unique<Sealer>(*database_, Sealer::Terms{.key = key});
  here_ = std::make_unique<Installation>(Installation{*database_, *sealer_});
}

template <class Work>
void Acting::done(Permission permission, Work work) {
  require(perform(*here_, program_itself(), permission, work).has_value(), "it is not refused");
}

void Acting::add(const std::string& reference, PartyKind kind, const std::string& name) {
  done(Permission::write_parties, [&](Desk& desk) {
    return add_party(desk, {.reference = reference, .kind = kind, .parent = {}, .name = name});
  });
}

void Acting::promise() {
  done(Permission::write_agreements,
       [&](Desk& desk) { return add_agreement_version(desk, shelf_, {.document = document}); });
}

std::string Acting::open(const std::string& title) {
  std::string reference;
  done(Permission::write_tickets, [&](Desk& desk) {
    auto opened =
        open_ticket(desk, shelf_, {.customer = "acme", .title = title, .kind = "incident"});
    if (opened) reference = opened->reference;
    return opened;
  });
  return reference;
}

void Acting::record(const std::string& ticket, EventWord event) {
  done(Permission::write_tickets, [&](Desk& desk) {
    const RecordEvent told{.event = event, .note = "Seen.", .anyway = true};
    return record_event(desk, shelf_, {.reference = ticket, .version = {}}, told);
  });
}

}  // namespace vigie::crash
