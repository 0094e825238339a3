// The configuration in force, and the reference page: both from the description of settings.
#include <fmt/format.h>

#include <iterator>

#include "notation/yaml_text.h"
#include "server/configuration.h"

namespace vigie {

namespace {

constexpr std::string_view limits_begin = "limits.";

std::string origin_of(const SettingValue& value, Language language) {
  const std::string_view word = word_of(value.origin, language);
  if (value.origin == SettingOrigin::usual) return std::string{word};
  std::string place = value.place.file;
  if (value.place.line > 0) place += fmt::format(":{}", value.place.line);
  return fmt::format("{} {}", word, place);
}

/// A URL without its password: of `//user:password@` and of `password=`.
std::string without_password(const std::string& url) {
  std::string text = url;
  const std::size_t after = text.find("//");
  const std::size_t at = text.find('@', after == std::string::npos ? text.size() : after);
  if (at != std::string::npos) {
    const std::size_t colon = text.find(':', after);
    if (colon < at) text.replace(colon + 1, at - colon - 1, "***");
  }
  const std::size_t said = text.find("password=");
  if (said == std::string::npos) return text;
  const std::size_t from = said + std::string_view{"password="}.size();
  return text.replace(from, std::min(text.find('&', from), text.size()) - from, "***");
}

std::string printed(const SettingLine& line, const std::string& value) {
  if (line.is_secret) return "\"***\"";
  const bool is_url = line.kind == SettingLine::Kind::database;
  return yaml_scalar(is_url ? without_password(value) : value);
}

constexpr const char* opening = R"(# Configuration of `vigie serve`

Settings come from four places, each over the one before: usual values, the file of `--config`, the
environment, the command line. `vigie serve --print-config` shows what is in force and where each
value comes from. A name that does not exist is refused, with its place and the nearest names.

The file is YAML:

```yaml
listen: [127.0.0.1:8080, "[::1]:8080"]
workers: 32
limits:
  body_bytes: 2097152
```

The environment spells names in capitals, after `VIGIE_`: `VIGIE_LISTEN`, `VIGIE_LIMITS_BODY_BYTES`.
On the command line `--set NAME=VALUE` sets any of them. At SIGHUP the certificate and its key are
read again from their files; all else takes a restart.

## Settings

| Name | Usual value | Meaning |
|---|---|---|
)";

constexpr const char* of_limits = R"(
## Limits

Every input has one. Each may be set from 1 to a thousand times its usual value.

| Name | Usual value | Unit | What it bounds |
|---|---|---|---|
)";

}  // namespace

std::string configuration_text(const std::vector<SettingLine>& lines,
                               const std::vector<SettingValue>& values, Language language) {
  std::string text;
  bool is_in_limits = false;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    if (values[i].text.empty()) continue;
    std::string_view name = lines[i].name;
    if (name.starts_with(limits_begin)) {
      if (!is_in_limits) text += "limits:\n";
      is_in_limits = true;
      name.remove_prefix(limits_begin.size());
      text += "  ";
    }
    const std::string value = printed(lines[i], values[i].text);
    fmt::format_to(std::back_inserter(text), "{}: {}  # {}\n", name, value,
                   origin_of(values[i], language));
  }
  return text;
}

std::string configuration_reference() {
  std::string page = opening;
  bool is_in_limits = false;
  for (const SettingLine& line : setting_lines()) {
    const bool is_limit = line.name.starts_with(limits_begin);
    if (is_limit && !is_in_limits) page += of_limits;
    is_in_limits = is_limit;
    const std::string usual = line.usual.empty() ? "none" : "`" + line.usual + "`";
    if (is_limit) {
      fmt::format_to(std::back_inserter(page), "| `{}` | {} | {} | {} |\n", line.name, usual,
                     line.unit, line.meaning);
    } else {
      fmt::format_to(std::back_inserter(page), "| `{}` | {} | {} |\n", line.name, usual,
                     line.meaning);
    }
  }
  return page;
}

}  // namespace vigie
