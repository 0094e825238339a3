#include "printed_page.h"

#include <cmath>
#include <regex>
#include <sstream>

namespace vigie::printed {
namespace {

using std::chrono::duration_cast;
using std::chrono::hours;
using std::chrono::minutes;
using std::chrono::seconds;

/// No-break spaces become "_", thin ones vanish: "3_h_30" and "1234" are words of their own.
std::string plain(std::string text) {
  const auto replace = [&](std::string_view from, std::string_view to) {
    for (auto at = text.find(from); at != std::string::npos; at = text.find(from, at + to.size())) {
      text.replace(at, from.size(), to);
    }
  };
  replace("\u00a0", "_");
  replace("\u202f", "");
  replace("_:", " :");
  replace("\u2212", "-");
  replace("«_", "«");
  replace("_»", "»");
  return text;
}

/// "3h30", "12h05m07.5s", "30 min", "30 min 12 s", "3_h", "3_h_30", "0_h_05_min_12,5_s".
const std::string length_pattern = R"((?:[\d,]+h\d\d(?:m[\d.]+s)?)"
                                   R"(|\d+_h(?:_\d\d(?:_min_[\d,]+_s)?)?)"
                                   R"(|\d+[ _]min(?:[ _][\d.,]+[ _]s)?|[\d.,]+[ _]s\b))";

Length length_of(std::string text) {
  const bool is_english_hours =
      text.find('h') != std::string::npos && text.find('_') == std::string::npos;
  if (is_english_hours) std::erase(text, ',');
  Length sum{};
  static const std::regex number{R"(([\d.,]+)([_ ]?)(h|min|m|s)?)"};
  bool after_hours = false;
  for (std::sregex_iterator at{text.begin(), text.end(), number}, end; at != end; ++at) {
    auto digits = (*at)[1].str();
    for (auto& digit : digits) digit = digit == ',' ? '.' : digit;
    const auto unit = (*at)[3].str();
    if (unit == "h") {
      sum += hours{std::stol(digits)};
      after_hours = true;
    } else if (unit == "s") {
      sum += Length{std::llround(std::stod(digits) * 1e6)};
    } else if (!unit.empty() || after_hours) {
      sum += minutes{std::stol(digits)};
    }
  }
  return sum;
}

int month_of(const std::string& name) {
  static const char* const names[] = {"Jan janv.", "Feb févr.", "Mar mars",  "Apr avr.",
                                      "May mai",   "Jun juin",  "Jul juil.", "Aug août",
                                      "Sep sept.", "Oct oct.",  "Nov nov.",  "Dec déc."};
  for (int month = 0; month < 12; ++month) {
    const std::string both = std::string{" "} + names[month] + " ";
    if (both.find(" " + name + " ") != std::string::npos) return month + 1;
  }
  return 0;
}

const std::string moment_pattern =
    R"((?:Mon|Tue|Wed|Thu|Fri|Sat|Sun|lun\.|mar\.|mer\.|jeu\.|ven\.|sam\.|dim\.))"
    R"( (\d+)(?:er)? ([^ ]+)(?: (\d{4}))? (\d\d):(\d\d)(?::([\d.]+))?)";

std::chrono::local_time<Length> moment_of(const std::smatch& found, int year) {
  using namespace std::chrono;
  const int written = found[3].matched ? std::stoi(found[3]) : year;
  const year_month_day date{std::chrono::year{written},
                            month{static_cast<unsigned>(month_of(found[2]))},
                            day{static_cast<unsigned>(std::stoi(found[1]))}};
  const double second = found[6].matched ? std::stod(found[6]) : 0;
  return local_days{date} + hours{std::stoi(found[4])} + minutes{std::stoi(found[5])} +
         Length{std::llround(second * 1e6)};
}

std::vector<std::string> split(const std::string& text, const std::regex& separator) {
  return {std::sregex_token_iterator{text.begin(), text.end(), separator, -1}, {}};
}

struct Parts {
  Length open{};
  Length clocks{};
};

/// "30 min to 17:00, closed to 09:00, clocks forward 1h00 on ...".
Parts parts_of(const std::string& text) {
  static const std::regex first_length{length_pattern};
  Parts parts;
  for (const auto& part : split(text, std::regex{", "})) {
    if (part.starts_with("closed") || part.starts_with("fermé")) continue;
    std::smatch found;
    if (!std::regex_search(part, found, first_length)) continue;
    const auto length = length_of(found[0]);
    const bool is_forward = part.starts_with("clocks forward") || part.starts_with("heure avancée");
    const bool is_back = part.starts_with("clocks back") || part.starts_with("heure reculée");
    if (is_forward) parts.clocks += length;
    if (is_back) parts.clocks -= length;
    if (!is_forward && !is_back) parts.open += length;
  }
  return parts;
}

void read_line(Page& page, const std::string& line, int year) {
  static const std::regex at_start{"^  " + moment_pattern};
  std::smatch found;
  if (!std::regex_search(line, found, at_start)) return;
  Line read{.at = moment_of(found, year), .holder = {}};
  const auto cells = split(line.substr(2), std::regex{" {3,}"});
  read.running = length_of(cells.back());
  if (cells.size() >= 6) {
    read.holder = cells[2].starts_with("chez ") ? cells[2].substr(5) : cells[2];
    read.counts = cells[3] == "counts" || cells[3] == "décompté";
    const auto parts = parts_of(cells[4]);
    read.parts = parts.open;
    read.clocks = parts.clocks;
  }
  page.lines.push_back(read);
}

void read_held(std::map<std::string, Length>& held, const std::string& text) {
  static const std::regex one{"(.+) (" + length_pattern + ")"};
  auto list = text.substr(text.find(": ") + 2);
  list = list.substr(0, list.find(" ("));
  for (const auto& item : split(list, std::regex{", "})) {
    std::smatch found;
    if (std::regex_match(item, found, one)) held[found[1]] += length_of(found[2]);
  }
}

void read_held_line(Page& page, const std::string& line) {
  static const std::regex total{R"(\(()" + length_pattern + R"() (?:in all|en tout)\))"};
  for (const auto& measure : split(line, std::regex{" · "})) {
    const bool is_hours = measure.find("hours of the promise") != std::string::npos ||
                          measure.find("heures de la promesse") != std::string::npos;
    const bool is_wall = measure.find("wall clock") != std::string::npos ||
                         measure.find("chronomètre") != std::string::npos;
    if (is_hours) read_held(page.hours, measure);
    if (is_wall) read_held(page.wall, measure);
    std::smatch found;
    if (is_wall && std::regex_search(measure, found, total)) page.total = length_of(found[1]);
  }
}

std::string in_seconds(Length length) {
  return std::to_string(duration_cast<seconds>(length).count()) + " s";
}

}  // namespace

std::vector<Page> read_pages(const std::string& print, int year) {
  static const std::regex title{"^[^ ]+ · .*?(?:: )(" + length_pattern +
                                ") (?:counted|décomptées)"};
  std::vector<Page> pages;
  std::istringstream stream{plain(print)};
  std::string line;
  bool is_title = true;
  while (std::getline(stream, line)) {
    if (line.starts_with("─")) is_title = true;
    if (line.empty() || line.starts_with("─")) continue;
    if (is_title) {
      std::smatch found;
      pages.emplace_back();
      pages.back().has_sums = std::regex_search(line, found, title);
      if (pages.back().has_sums) pages.back().counted = length_of(found[1]);
      is_title = false;
    }
    auto& page = pages.back();
    if (line.starts_with("  ")) read_line(page, line, year);
    if (line.starts_with("Held") || line.starts_with("Qui a la main")) read_held_line(page, line);
    if (line.starts_with("Due") || line.starts_with("Échéance")) {
      page.due = line.substr(line.find_first_not_of(' ', line.find(' ')));
    }
  }
  return pages;
}

std::string check_sums(const Page& page) {
  if (page.lines.size() < 2) return "no lines were read";
  std::map<std::string, Length> hours;
  std::map<std::string, Length> wall;
  Length running{};
  Length total{};
  for (std::size_t i = 0; i + 1 < page.lines.size(); ++i) {
    const auto& line = page.lines[i];
    const Length lasted = page.lines[i + 1].at - line.at - line.clocks;
    if (line.counts) running += line.parts;
    if (running != line.running) {
      return "line " + std::to_string(i + 1) + " adds up to " + in_seconds(running);
    }
    hours[line.holder] += line.parts;
    wall[line.holder] += lasted;
    total += lasted;
  }
  if (running != page.lines.back().running)
    return "the last line adds up to " + in_seconds(running);
  if (running != page.counted) return "the title adds up to " + in_seconds(running);
  if (hours != page.hours) return "held in hours of the promise";
  if (wall != page.wall) return "held on the wall clock";
  return total == page.total ? "" : "the whole adds up to " + in_seconds(total);
}

std::string check_due(const Page& page, int year) {
  static const std::regex moment{moment_pattern};
  static const std::regex left{"(" + length_pattern + ") - (" + length_pattern + ") = (" +
                               length_pattern + ") (?:were left|)[^,]*, (.*?)\\.(?: |$)"};
  static const std::regex left_fr{"il restait (" + length_pattern + ") - (" + length_pattern +
                                  ") = (" + length_pattern + "), (.*?)\\.(?: |$)"};
  static const std::regex whole{"(" + length_pattern + ") (?:from|à partir de) " + moment_pattern +
                                ", (.*?)\\.(?: [IE]|$)"};
  std::smatch due;
  std::smatch found;
  if (page.due.starts_with("none") || page.due.starts_with("aucune")) return "";  // it says why
  if (!std::regex_search(page.due, due, moment)) return "no due instant was read: " + page.due;
  const auto due_at = moment_of(due, year);
  std::string rest;
  Length expected{};
  if (std::regex_search(page.due, found, whole)) {
    expected = length_of(found[1]);
    rest = found[8];
  } else if (std::regex_search(page.due, found, left) ||
             std::regex_search(page.due, found, left_fr)) {
    expected = length_of(found[3]);
    rest = found[4];
    if (length_of(found[1]) - length_of(found[2]) != expected) return "the subtraction of the due";
  } else {
    return "the due line is not understood: " + page.due;
  }
  const bool is_inside = rest.starts_with("all inside") || rest.starts_with("toutes dans");
  if (!is_inside) {
    if (parts_of(rest).open != expected) return "the parts to the due: " + page.due;
    const auto of_day = due_at - std::chrono::floor<std::chrono::days>(due_at);
    const auto two = [](long number) { return std::to_string(100 + number).substr(1); };
    const auto time = two(duration_cast<hours>(of_day).count()) + ":" +
                      two(duration_cast<minutes>(of_day).count() % 60);
    return rest.find(time) != std::string::npos ? "" : "the last part ends at the due";
  }
  static const std::regex clock{R"((?:at|à) (\d\d):(\d\d)(?::([\d.]+))?,)"};
  auto from = due_at;
  if (std::regex_search(page.due, found, whole)) {
    const std::string after = found[0];
    std::smatch start;
    std::regex_search(after, start, moment);
    from = moment_of(start, year);
  } else if (std::regex_search(page.due, found, clock)) {
    from = std::chrono::floor<std::chrono::days>(due_at) + hours{std::stoi(found[1])} +
           minutes{std::stoi(found[2])};
    if (found[3].matched) from += Length{std::llround(std::stod(found[3]) * 1e6)};
  }
  return from + expected == due_at ? "" : "the due instant: " + page.due;
}

}  // namespace vigie::printed
