#include "cli/operation/doctor.h"

#include <algorithm>

#include "cli/operation/standing_database.h"
#include "server/delivery/mail_carrier.h"
#include "server/identity/openid/offer.h"
#include "server/zones/node_zones.h"
#include "store/journal/sealing_key.h"
#include "vocabulary/fault.h"

namespace vigie {

namespace {

namespace fs = std::filesystem;

bool others_may_read(const fs::path& file) {
  std::error_code gone;
  const fs::perms given = fs::status(file, gone).permissions();
  return !gone && (given & (fs::perms::group_all | fs::perms::others_all)) != fs::perms::none;
}

/// "1.4 GB", for people.
std::string size_text(std::uintmax_t bytes) {
  const auto tenths = bytes / 100'000'000;
  return std::to_string(tenths / 10) + "." + std::to_string(tenths % 10) + " GB";
}

class Doctor {
 public:
  Doctor(const ConfigurationRead& read, const DoctorTerms& terms) : read_{read}, terms_{terms} {}

  Examination examine() {
    for (const Fault& fault : read_.faults) {
      add(Ailment::configuration_faulty, {{"why", message_of(fault, Language::en)}});
    }
    for (const std::string& variable : read_.unknown_variables) {
      add(Ailment::variable_unknown, {{"variable", variable}});
    }
    if (!read_.faults.empty()) return std::move(made_);
    const ServingTerms serving = serving_terms(read_);
    opening_ = serving.installation;
    examine_database();
    examine_key();
    examine_disk();
    examine_mail(serving);
    return std::move(made_);
  }

 private:
  void add(Ailment ailment, std::vector<Argument> arguments) {
    made_.found.push_back({ailment, std::move(arguments)});
  }

  void examine_database() {
    const auto file = sqlite_file(opening_.database.url);
    if (file && !fs::exists(*file)) {
      add(Ailment::database_missing, {{"place", fs::absolute(*file).string()}});
      return;
    }
    if (file && others_may_read(*file)) add(Ailment::database_file_open, {{"file", *file}});
    try {
      const auto opened = open_database(opening_.database);
      if (!opened) return add_refusal(opened.error());
      condition_ = condition_of(**opened);
      examine_condition(*condition_, terms_, made_.found);
      examine_zones();
    } catch (const DatabaseError& error) {
      const bool is_damaged = error.fault() == DatabaseFault::damaged;
      add(is_damaged ? Ailment::database_damaged : Ailment::database_away,
          {{"why", std::string{error.what()}}});
    }
  }

  void add_refusal(const Fault& fault) {
    std::string cure;
    for (const Cure& each : fault.cures) cure += (cure.empty() ? "" : "; ") + each.write;
    add(Ailment::database_refused, {{"why", message_of(fault, Language::en)}, {"cure", cure}});
  }

  void examine_zones() {
    if (condition_->steps_pending > 0) return;
    if (!condition_->zones) return add(Ailment::zones_not_kept, {});
    const ZoneRelease theirs = release_in(terms_.zones);
    if (theirs.zones.empty() || digest_of_zones(theirs.zones) == condition_->zones->digest) return;
    add(Ailment::zones_differ, {{"kept", condition_->zones->version}, {"theirs", theirs.version}});
  }

  void examine_key() {
    const fs::path& key = opening_.journal_key;
    if (!fs::exists(key)) {
      const bool is_wanted = condition_ && condition_->is_begun;
      if (is_wanted) add(Ailment::key_missing, {{"file", key.string()}});
      return;
    }
    if (others_may_read(key)) {
      add(Ailment::key_open, {{"file", key.string()}});
    } else if (!sealing_key_in(key)) {
      add(Ailment::key_spoilt, {{"file", key.string()}});
    }
    const auto file = sqlite_file(opening_.database.url);
    std::error_code ignored;
    const auto folder = [](const fs::path& of) { return fs::absolute(of).parent_path(); };
    if (file && fs::equivalent(folder(*file), folder(key), ignored)) {
      add(Ailment::key_beside_database, {});
    }
  }

  void examine_disk() {
    const auto file = sqlite_file(opening_.database.url);
    if (!file) return;
    const fs::path place = fs::absolute(*file).parent_path();
    std::error_code unknown;
    const fs::space_info disk = fs::space(place, unknown);
    if (unknown || disk.capacity == 0) return;
    const auto percent = static_cast<std::int64_t>(disk.available / (disk.capacity / 100 + 1));
    if (disk.available >= terms_.least_free && percent >= terms_.least_free_percent) return;
    add(Ailment::disk_low,
        {{"free", size_text(disk.available)}, {"percent", percent}, {"place", place.string()}});
  }

  void examine_mail(const ServingTerms& serving) {
    if (!serving.delivery.mail) return add(Ailment::mail_not_set, {});
    MailTerms mail = *serving.delivery.mail;
    mail.longest = std::chrono::milliseconds{serving.limits[Limit::mail_milliseconds]};
    const std::string& server = read_.of("mail_server").text;
    std::string why;
    try {
      const std::string& file = serving.delivery.mail_password_file;
      if (!file.empty()) mail.password = secret_in(file);
      why = mail_trial(mail);
    } catch (const std::system_error& error) {
      why = error.what();
    }
    if (!why.empty()) return add(Ailment::mail_away, {{"server", server}, {"why", why}});
    made_.mail_server = server;
    made_.mail_user = mail.user;
  }

  const ConfigurationRead& read_;
  const DoctorTerms& terms_;
  OpeningTerms opening_;
  std::optional<DatabaseCondition> condition_;
  Examination made_;
};

std::int64_t seconds_of(Duration length) {
  return std::chrono::duration_cast<std::chrono::seconds>(std::chrono::abs(length)).count();
}

}  // namespace

void examine_condition(const DatabaseCondition& condition, const DoctorTerms& terms,
                       std::vector<Found>& found) {
  if (!condition.damage.empty()) {
    found.push_back({Ailment::database_damaged, {{"why", condition.damage}}});
  }
  if (!condition.is_durable) {
    found.push_back({Ailment::synchronous_other, {{"value", condition.durability}}});
  }
  if (std::chrono::abs(condition.clock_ahead) > terms.most_off) {
    found.push_back({Ailment::clock_off, {{"seconds", seconds_of(condition.clock_ahead)}}});
  }
  if (condition.steps_pending > 0) {
    found.push_back({Ailment::steps_pending, {{"count", condition.steps_pending}}});
  }
  if (condition.acts_unsealed > 0 && condition.unsealed_for > terms.most_unsealed) {
    found.push_back(
        {Ailment::sealer_behind,
         {{"count", condition.acts_unsealed}, {"seconds", seconds_of(condition.unsealed_for)}}});
  }
}

Examination examine(const ConfigurationRead& read, const DoctorTerms& terms) {
  return Doctor{read, terms}.examine();
}

bool is_ill(const std::vector<Found>& found) {
  return std::ranges::any_of(
      found, [](const Found& each) { return severity_of(each.ailment) == Severity::error; });
}

}  // namespace vigie
