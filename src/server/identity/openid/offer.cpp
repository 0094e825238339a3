#include "server/identity/openid/offer.h"

#include <cerrno>
#include <fstream>
#include <iterator>
#include <system_error>

namespace vigie {

std::string secret_in(const std::string& file) {
  std::ifstream in{file, std::ios::binary};
  if (!in) throw std::system_error{errno, std::generic_category(), file};
  const std::string text{std::istreambuf_iterator<char>{in}, {}};
  constexpr std::string_view blanks = " \t\r\n";
  const std::size_t from = text.find_first_not_of(blanks);
  if (from == std::string::npos) {
    throw std::system_error{std::make_error_code(std::errc::invalid_argument), file};
  }
  return text.substr(from, text.find_last_not_of(blanks) + 1 - from);
}

namespace {

Provider::Fetch fetch_within(const Limits& limits) {
  return [terms = fetch_terms(limits)](const FetchAsked& asked) { return fetch(asked, terms); };
}

OpenidDoor::Tell told_in(Log& log) {
  return [&log](std::string_view event, std::string_view why, std::string_view request) {
    JsonWriter line = Log::line("warning", event);
    log.tell(std::move(line.field("why", why).field("request_id", request)));
  };
}

}  // namespace

OpenidOffer::OpenidOffer(const OpenidTerms& terms, Identity& identity, const Limits& limits,
                         Log& log)
    : provider{terms, fetch_within(limits)}, door{identity, limits, provider, told_in(log)} {}

std::unique_ptr<OpenidOffer> openid_offer(OpenidTerms terms, const std::string& secret_file,
                                          Identity& identity, const Limits& limits, Log& log) {
  if (terms.issuer.empty()) return nullptr;
  if (!secret_file.empty()) terms.secret = secret_in(secret_file);
  return std::make_unique<OpenidOffer>(terms, identity, limits, log);
}

}  // namespace vigie
