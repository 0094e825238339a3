#include "server/transport/response.h"

#include <fmt/format.h>

#include <array>
#include <chrono>
#include <iterator>

namespace vigie {

std::string_view phrase_of(int status) {
  static constexpr std::pair<int, std::string_view> phrases[] = {
      {100, "Continue"},
      {200, "OK"},
      {201, "Created"},
      {202, "Accepted"},
      {204, "No Content"},
      {303, "See Other"},
      {304, "Not Modified"},
      {400, "Bad Request"},
      {401, "Unauthorized"},
      {403, "Forbidden"},
      {404, "Not Found"},
      {405, "Method Not Allowed"},
      {408, "Request Timeout"},
      {409, "Conflict"},
      {410, "Gone"},
      {412, "Precondition Failed"},
      {413, "Content Too Large"},
      {414, "URI Too Long"},
      {415, "Unsupported Media Type"},
      {417, "Expectation Failed"},
      {422, "Unprocessable Content"},
      {428, "Precondition Required"},
      {429, "Too Many Requests"},
      {431, "Request Header Fields Too Large"},
      {500, "Internal Server Error"},
      {501, "Not Implemented"},
      {503, "Service Unavailable"},
      {505, "HTTP Version Not Supported"},
  };
  for (const auto& [number, phrase] : phrases) {
    if (number == status) return phrase;
  }
  return "Unknown";
}

std::string http_date(std::int64_t seconds_since_1970) {
  using namespace std::chrono;
  static constexpr std::array<std::string_view, 7> days{"Sun", "Mon", "Tue", "Wed",
                                                        "Thu", "Fri", "Sat"};
  static constexpr std::array<std::string_view, 12> months{
      "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
  const sys_seconds at{seconds{seconds_since_1970}};
  const auto day = floor<std::chrono::days>(at);
  const year_month_day date{day};
  const hh_mm_ss time{at - day};
  return fmt::format("{}, {:02} {} {:04} {:02}:{:02}:{:02} GMT", days[weekday{day}.c_encoding()],
                     static_cast<unsigned>(date.day()),
                     months[static_cast<unsigned>(date.month()) - 1], static_cast<int>(date.year()),
                     time.hours().count(), time.minutes().count(), time.seconds().count());
}

namespace {

/// The date of the last second that was asked for on this thread.
const std::string& date_of(std::int64_t seconds) {
  thread_local std::int64_t known = -1;
  thread_local std::string text;
  if (known != seconds) {
    text = http_date(seconds);
    known = seconds;
  }
  return text;
}

}  // namespace

AnswerBytes bytes_of(Response response, const AnswerForm& form) {
  const bool goes_on = response.stream.has_value() && !form.without_body;
  const bool has_no_body = response.status == 204 || response.status == 304;
  AnswerBytes answer{.status = response.status, .keeps_alive = form.keeps_alive && !goes_on};
  std::string& bytes = answer.bytes;
  constexpr std::size_t usual_head = 320;
  bytes.reserve(usual_head + (form.without_body ? 0 : response.body.size()));
  auto to = std::back_inserter(bytes);
  fmt::format_to(to, "HTTP/1.1 {} {}\r\nDate: {}\r\n", response.status, phrase_of(response.status),
                 date_of(form.at_seconds));
  if (!response.media_type.empty() && !has_no_body) {
    fmt::format_to(to, "Content-Type: {}\r\n", response.media_type);
  }
  if (!goes_on && !has_no_body) fmt::format_to(to, "Content-Length: {}\r\n", response.body.size());
  if (!response.entity_tag.empty()) fmt::format_to(to, "ETag: \"{}\"\r\n", response.entity_tag);
  for (const auto& [name, value] : response.fields) fmt::format_to(to, "{}: {}\r\n", name, value);
  bytes += answer.keeps_alive ? "\r\n" : "Connection: close\r\n\r\n";
  if (!form.without_body && !has_no_body) bytes += response.body;
  return answer;
}

}  // namespace vigie
