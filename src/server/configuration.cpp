#include "server/configuration.h"

#include <algorithm>
#include <optional>

#include "engine/base/near_words.h"
#include "engine/base/require.h"
#include "notation/yaml.h"
#include "server/delivery/mail_server.h"
#include "server/identity/openid/web_address.h"
#include "server/transport/request.h"
#include "usecase/identity/identity.h"
#include "vocabulary/fault.h"

namespace vigie {

namespace {

std::vector<SettingLine> lines_of_settings() {
  using Kind = SettingLine::Kind;
  std::vector<SettingLine> lines{
      {.name = "listen", .usual = "127.0.0.1:8080", .kind = Kind::addresses},
      {.name = "tls_certificate"},
      {.name = "tls_key"},
      {.name = "workers", .usual = "16", .kind = Kind::number, .least = 1, .most = 1'024},
      {.name = "language", .usual = "en", .kind = Kind::language},
      {.name = "database", .usual = "sqlite:vigie.db", .kind = Kind::database},
      {.name = "journal_key"},
      {.name = "openid_issuer", .kind = Kind::web_address},
      {.name = "openid_client", .kind = Kind::text},
      {.name = "openid_secret", .kind = Kind::text, .is_secret = true},
      {.name = "openid_secret_file"},
      {.name = "openid_callback", .kind = Kind::web_address},
      {.name = "openid_link_by_email", .usual = "yes", .kind = Kind::truth},
      {.name = "address", .kind = Kind::web_address},
      {.name = "notice_zone", .kind = Kind::text},
      {.name = "mail_server", .kind = Kind::mail_server},
      {.name = "mail_from", .kind = Kind::mail_address},
      {.name = "mail_user", .kind = Kind::text},
      {.name = "mail_password_file"},
      {.name = "webhook_hosts", .kind = Kind::text}};
  ensure(lines.size() == std::size(Vocabulary<Setting>::words), "each setting has its line");
  for (std::size_t i = 0; i < lines.size(); ++i) {
    ensure(lines[i].name == Vocabulary<Setting>::words[i].key, "settings in the order of the list");
    lines[i].meaning = Vocabulary<Setting>::words[i].meaning;
  }
  constexpr std::int64_t furthest = 1'000;  // times the usual value
  for (std::size_t i = 0; i < Limits::number; ++i) {
    const Word& word = Vocabulary<Limit>::words[i];
    lines.push_back({.name = "limits." + std::string{word.key},
                     .usual = std::to_string(limit_values[i].usual),
                     .kind = Kind::number,
                     .least = 1,
                     .most = limit_values[i].usual * furthest,
                     .unit = word_of(limit_values[i].unit, Language::en),
                     .meaning = word.meaning});
  }
  return lines;
}

std::vector<std::string> names() {
  std::vector<std::string> names;
  for (const SettingLine& line : setting_lines()) names.push_back(line.name);
  return names;
}

std::optional<std::size_t> index_of(std::string_view name) {
  const auto& lines = setting_lines();
  const auto found = std::find_if(lines.begin(), lines.end(),
                                  [&](const SettingLine& line) { return line.name == name; });
  if (found == lines.end()) return std::nullopt;
  return static_cast<std::size_t>(found - lines.begin());
}

std::string variable_of(std::string_view name) {
  std::string variable = "VIGIE_";
  for (const char c : name) {
    variable += c == '.' ? '_' : c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
  }
  return variable;
}

std::vector<std::string_view> items_of(std::string_view list) {
  std::vector<std::string_view> items;
  for_each_item(list, [&](std::string_view item) { items.push_back(item); });
  return items;
}

std::optional<std::int64_t> number_of(std::string_view text) {
  constexpr std::size_t most_digits = 15;
  std::int64_t number = 0;
  if (text.empty() || text.size() > most_digits) return std::nullopt;
  for (const char c : text) {
    if (c < '0' || c > '9') return std::nullopt;
    number = number * 10 + (c - '0');
  }
  return number;
}

/// None when `text` is one of the two words.
std::optional<Fault> word_fault(const SettingLine& line, const std::string& text,
                                const Place& place, const char* one, const char* other) {
  if (text == one || text == other) return std::nullopt;
  return Fault{FaultCode::unknown_word,
               {{"text", text}, {"key", line.name}},
               place,
               {{.write = one}, {.write = other}}};
}

/// What is wrong with a text for this setting; none when nothing is.
std::optional<Fault> fault_in(const SettingLine& line, const std::string& text,
                              const Place& place) {
  if (line.kind == SettingLine::Kind::number) {
    const auto number = number_of(text);
    if (number && *number >= line.least && *number <= line.most) return std::nullopt;
    return Fault{FaultCode::number_out_of_range,
                 {{"key", line.name},
                  {"least", std::to_string(line.least)},
                  {"most", std::to_string(line.most)},
                  {"text", text}},
                 place,
                 {}};
  }
  if (line.kind == SettingLine::Kind::language) return word_fault(line, text, place, "en", "fr");
  if (line.kind == SettingLine::Kind::truth) return word_fault(line, text, place, "yes", "no");
  if (line.kind == SettingLine::Kind::web_address && !web_address_from(text)) {
    return Fault{FaultCode::web_address_malformed, {{"text", text}, {"key", line.name}}, place, {}};
  }
  if (line.kind == SettingLine::Kind::mail_server && !mail_server_from(text)) {
    return Fault{FaultCode::mail_server_malformed, {{"text", text}}, place, {}};
  }
  if (line.kind == SettingLine::Kind::mail_address && !email_from(text)) {
    return Fault{
        FaultCode::mail_address_malformed, {{"text", text}, {"key", line.name}}, place, {}};
  }
  if (line.kind != SettingLine::Kind::addresses) return std::nullopt;
  const auto items = items_of(text);
  for (const std::string_view item : items) {
    if (address_from(item)) continue;
    return Fault{FaultCode::address_malformed,
                 {{"text", std::string{item}}},
                 place,
                 {{.write = line.usual}}};
  }
  if (!items.empty()) return std::nullopt;
  return Fault{FaultCode::address_malformed, {{"text", text}}, place, {{.write = line.usual}}};
}

/// The values so far, and what was wrong with those that were refused.
struct SettingReading {
  ConfigurationRead read;

  void set(const std::string& name, SettingValue value) {
    const auto index = index_of(name);
    if (!index) {
      read.faults.push_back({FaultCode::unknown_key,
                             {{"key", name}, {"where", "vigie serve"}},
                             value.place,
                             cures_near(name, names())});
      return;
    }
    if (auto fault = fault_in(setting_lines()[*index], value.text, value.place)) {
      read.faults.push_back(std::move(*fault));
      return;
    }
    read.values[*index] = std::move(value);
  }

  /// A list is the same as its items with commas between.
  void set_from_node(const std::string& name, const YamlNode& node) {
    std::string text = node.text;
    bool is_scalar = node.kind == YamlKind::scalar;
    if (node.kind == YamlKind::list) {
      is_scalar = std::all_of(node.items.begin(), node.items.end(),
                              [](const YamlNode& item) { return item.kind == YamlKind::scalar; });
      for (const YamlNode& item : node.items) text += (text.empty() ? "" : ", ") + item.text;
    }
    if (!is_scalar && index_of(name)) {
      read.faults.push_back({FaultCode::wants_scalar, {{"key", name}}, node.place, {}});
      return;
    }
    set(name, {.text = text, .origin = SettingOrigin::file, .place = node.place});
  }

  void read_file(const ConfigurationSources& sources) {
    auto yaml = read_yaml(sources.text, sources.file);
    for (Fault& fault : yaml.faults) read.faults.push_back(std::move(fault));
    if (!yaml.root) return;
    if (yaml.root->kind != YamlKind::mapping) {
      read.faults.push_back(
          {FaultCode::wants_mapping, {{"key", sources.file}}, yaml.root->place, {}});
      return;
    }
    for (const YamlEntry& entry : yaml.root->entries) {
      if (entry.key == "limits" && entry.value.kind == YamlKind::mapping) {
        for (const YamlEntry& limit : entry.value.entries) {
          set_from_node("limits." + limit.key, limit.value);
        }
      } else {
        set_from_node(entry.key, entry.value);
      }
    }
  }

  void read_environment(const Said& environment) {
    for (const auto& [variable, text] : environment) {
      if (!variable.starts_with("VIGIE_") || variable == "VIGIE_LANG") continue;
      const auto all = names();
      const auto name = std::find_if(all.begin(), all.end(), [&, &of = variable](const auto& each) {
        return variable_of(each) == of;
      });
      if (name == all.end()) {
        read.unknown_variables.push_back(variable);
      } else {
        set(*name, {.text = text, .origin = SettingOrigin::environment, .place = {variable}});
      }
    }
  }
};

void check_pair(ConfigurationRead& read, const char* key, const char* other) {
  const SettingValue& value = read.of(key);
  if (value.text.empty() || !read.of(other).text.empty()) return;
  read.faults.push_back(
      {FaultCode::setting_incomplete, {{"key", key}, {"other", other}}, value.place, {}});
}

void check_openid(ConfigurationRead& read) {
  check_pair(read, "openid_issuer", "openid_client");
  check_pair(read, "openid_issuer", "openid_callback");
  for (const char* key : {"openid_client", "openid_callback"}) {
    check_pair(read, key, "openid_issuer");
  }
  check_pair(read, "openid_secret", "openid_client");
  check_pair(read, "openid_secret_file", "openid_client");
  const SettingValue& file = read.of("openid_secret_file");
  if (file.text.empty() || read.of("openid_secret").text.empty()) return;
  read.faults.push_back({FaultCode::setting_twice,
                         {{"key", "openid_secret"}, {"other", "openid_secret_file"}},
                         file.place,
                         {}});
}

void check_mail(ConfigurationRead& read) {
  check_pair(read, "mail_server", "mail_from");
  check_pair(read, "mail_from", "mail_server");
  check_pair(read, "mail_user", "mail_server");
  check_pair(read, "mail_user", "mail_password_file");
  check_pair(read, "mail_password_file", "mail_user");
}

DeliveryTerms delivery_terms(const ConfigurationRead& read) {
  DeliveryTerms terms{.address = read.of("address").text,
                      .zone = read.of("notice_zone").text,
                      .mail_password_file = read.of("mail_password_file").text};
  for (const std::string_view host : items_of(read.of("webhook_hosts").text)) {
    terms.webhook_hosts.emplace_back(host);
  }
  if (const auto server = mail_server_from(read.of("mail_server").text)) {
    terms.mail = MailTerms{.server = *server,
                           .from = read.of("mail_from").text,
                           .user = read.of("mail_user").text,
                           .password = {}};
  }
  return terms;
}

constexpr std::string_view sqlite_scheme = "sqlite:";

OpeningTerms opening_terms(const ConfigurationRead& read) {
  const std::string& url = read.of("database").text;
  std::string key = read.of("journal_key").text;
  if (key.empty() && url.starts_with(sqlite_scheme)) {
    key = url.substr(sqlite_scheme.size()) + ".key";
  }
  return {.database = {.url = url}, .journal_key = key};
}

}  // namespace

const std::vector<SettingLine>& setting_lines() {
  static const std::vector<SettingLine> lines = lines_of_settings();
  return lines;
}

const SettingValue& ConfigurationRead::of(std::string_view name) const {
  const auto index = index_of(name);
  require(index.has_value(), "a setting of the description");
  return values[*index];
}

ConfigurationRead read_configuration(const ConfigurationSources& sources) {
  SettingReading reading;
  for (const SettingLine& line : setting_lines())
    reading.read.values.push_back({.text = line.usual});
  if (!sources.file.empty()) reading.read_file(sources);
  reading.read_environment(sources.environment);
  for (const auto& [name, text] : sources.options) {
    reading.set(name, {.text = text, .origin = SettingOrigin::option, .place = {"--" + name}});
  }
  check_pair(reading.read, "tls_certificate", "tls_key");
  check_pair(reading.read, "tls_key", "tls_certificate");
  if (reading.read.of("database").text.starts_with("postgres")) {
    check_pair(reading.read, "database", "journal_key");
  }
  check_openid(reading.read);
  check_mail(reading.read);
  return std::move(reading.read);
}

ServingTerms serving_terms(const ConfigurationRead& read) {
  ServingTerms terms{
      .tls = {.certificate = read.of("tls_certificate").text, .key = read.of("tls_key").text},
      .workers = static_cast<unsigned>(number_of(read.of("workers").text).value()),
      .language = read.of("language").text == "fr" ? Language::fr : Language::en,
      .installation = opening_terms(read),
      .openid = {.issuer = read.of("openid_issuer").text,
                 .client = read.of("openid_client").text,
                 .secret = read.of("openid_secret").text,
                 .callback = read.of("openid_callback").text,
                 .links_by_email = read.of("openid_link_by_email").text == "yes"},
      .openid_secret_file = read.of("openid_secret_file").text,
      .delivery = delivery_terms(read)};
  for (const std::string_view item : items_of(read.of("listen").text)) {
    terms.listen.push_back(address_from(item).value());
  }
  for (std::size_t i = 0; i < Limits::number; ++i) {
    const auto limit = static_cast<Limit>(i);
    const SettingValue& value = read.of("limits." + std::string{key_of(limit)});
    terms.limits.set(limit, number_of(value.text).value());
  }
  return terms;
}

}  // namespace vigie
