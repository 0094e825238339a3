#include "server/identity/openid/web_address.h"

#include <algorithm>

namespace vigie {

namespace {

constexpr std::size_t longest_address = 2'000;

bool is_plain(char c) { return c > ' ' && c < 0x7F && c != '\\' && c != '"' && c != '<'; }

bool is_of_host(char c) {
  return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '.' || c == '-';
}

bool is_host(std::string_view host) {
  if (host == "[::1]") return true;
  const bool is_text = !host.empty() && std::ranges::all_of(host, is_of_host);
  return is_text && host.front() != '.' && host.front() != '-';
}

bool is_port(std::string_view port) {
  constexpr std::size_t most_digits = 5;
  return !port.empty() && port.size() <= most_digits &&
         std::ranges::all_of(port, [](char c) { return c >= '0' && c <= '9'; });
}

bool is_this_machine(std::string_view host) {
  return host == "127.0.0.1" || host == "[::1]" || host == "localhost";
}

/// The host of HOST[:PORT], in lower case; none when it is neither.
std::optional<std::string> host_in(std::string_view authority) {
  const std::size_t after = authority.starts_with('[') ? authority.find(']') : 0;
  if (after == std::string_view::npos) return std::nullopt;
  const std::size_t colon = authority.find(':', after);
  if (colon != std::string_view::npos && !is_port(authority.substr(colon + 1))) {
    return std::nullopt;
  }
  std::string host{authority.substr(0, colon)};
  for (char& c : host) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  if (!is_host(host)) return std::nullopt;
  return host;
}

}  // namespace

std::optional<WebAddress> web_address_from(std::string_view text, bool may_ask) {
  constexpr std::string_view secure = "https://";
  constexpr std::string_view clear = "http://";
  if (text.size() > longest_address || !std::ranges::all_of(text, is_plain)) return std::nullopt;
  if (text.find('#') != std::string_view::npos) return std::nullopt;
  if (!may_ask && text.find('?') != std::string_view::npos) return std::nullopt;
  const bool is_secure = text.starts_with(secure);
  if (!is_secure && !text.starts_with(clear)) return std::nullopt;
  text.remove_prefix(is_secure ? secure.size() : clear.size());
  const std::size_t end = std::min(text.find_first_of("/?"), text.size());
  const auto host = host_in(text.substr(0, end));
  if (!host || (!is_secure && !is_this_machine(*host))) return std::nullopt;
  return WebAddress{.host = *host, .path = std::string{text.substr(end)}, .is_secure = is_secure};
}

}  // namespace vigie
