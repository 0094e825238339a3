#include "usecase/notice/call_address.h"

#include <arpa/inet.h>

#include <algorithm>
#include <array>

namespace vigie {

namespace {

constexpr std::size_t longest_call = 2'000;

bool is_visible(char c) { return c > ' ' && c < 0x7F && c != '\\' && c != '"' && c != '<'; }

bool is_host_name(std::string_view host) {
  const bool is_plain = std::ranges::all_of(host, [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '.' || c == '-' || c == '_';
  });
  return !host.empty() && is_plain && host.front() != '.' && host.front() != '-';
}

bool is_port_number(std::string_view port) {
  return !port.empty() && port.size() <= 5 &&
         std::ranges::all_of(port, [](char c) { return c >= '0' && c <= '9'; });
}

using FourBytes = std::array<std::uint8_t, 4>;
using SixteenBytes = std::array<std::uint8_t, 16>;

bool is_barred_4(std::span<const std::uint8_t> a) {
  constexpr FourBytes told_by_clouds[] = {{100, 100, 100, 200}, {192, 0, 0, 192}};
  if (a[0] == 0 || a[0] == 127 || a[0] >= 224) return true;
  if (a[0] == 169 && a[1] == 254) return true;
  return std::ranges::any_of(told_by_clouds,
                             [&](const FourBytes& each) { return std::ranges::equal(each, a); });
}

bool is_barred_6(std::span<const std::uint8_t> a) {
  constexpr std::array<std::uint8_t, 12> mapped{0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xff, 0xff};
  constexpr std::array<std::uint8_t, 12> translated{0, 0x64, 0xff, 0x9b};
  constexpr SixteenBytes told_by_clouds{0xfd, 0, 0x0e, 0xc2, 0, 0, 0,    0,
                                        0,    0, 0,    0,    0, 0, 0x02, 0x54};
  const auto head = a.first(12);
  if (std::ranges::equal(head, mapped) || std::ranges::equal(head, translated)) {
    return is_barred_4(a.subspan(12));
  }
  const bool is_low = std::ranges::all_of(a.first(15), [](std::uint8_t b) { return b == 0; });
  if (is_low && a[15] <= 1) return true;
  if (a[0] == 0xff || (a[0] == 0xfe && (a[1] & 0xc0) == 0x80)) return true;
  return std::ranges::equal(told_by_clouds, a);
}

bool is_barred_text(const std::string& host) {
  FourBytes four{};
  SixteenBytes sixteen{};
  if (host == "localhost" || host.ends_with(".localhost")) return true;
  if (inet_pton(AF_INET, host.c_str(), four.data()) == 1) return is_barred(four);
  if (inet_pton(AF_INET6, host.c_str(), sixteen.data()) == 1) return is_barred(sixteen);
  return false;
}

/// HOST[:PORT], or an IPv6 address in brackets; in lower case.
std::optional<CallAddress> authority_from(std::string authority) {
  CallAddress address;
  std::size_t end = authority.find(':');
  if (authority.starts_with('[')) {
    const std::size_t bracket = authority.find(']');
    if (bracket == std::string::npos) return std::nullopt;
    address.host = authority.substr(1, bracket - 1);
    SixteenBytes bytes{};
    if (inet_pton(AF_INET6, address.host.c_str(), bytes.data()) != 1) return std::nullopt;
    end = bracket + 1 < authority.size() ? bracket + 1 : std::string::npos;
    if (end != std::string::npos && authority[end] != ':') return std::nullopt;
  } else {
    address.host = authority.substr(0, end);
    if (!is_host_name(address.host)) return std::nullopt;
  }
  if (end != std::string::npos) {
    address.port = authority.substr(end + 1);
    if (!is_port_number(address.port)) return std::nullopt;
  }
  return address;
}

}  // namespace

std::optional<CallAddress> call_address_from(std::string_view text) {
  constexpr std::string_view secure = "https://";
  constexpr std::string_view clear = "http://";
  if (text.size() > longest_call || !std::ranges::all_of(text, is_visible)) return std::nullopt;
  if (text.find('#') != std::string_view::npos) return std::nullopt;
  const bool is_secure = text.starts_with(secure);
  if (!is_secure && !text.starts_with(clear)) return std::nullopt;
  text.remove_prefix(is_secure ? secure.size() : clear.size());
  std::string authority{text.substr(0, std::min(text.find_first_of("/?"), text.size()))};
  for (char& c : authority) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  auto address = authority_from(std::move(authority));
  if (address) address->is_secure = is_secure;
  return address;
}

bool is_listed(const CallAddress& address, const std::vector<std::string>& hosts) {
  const std::string host =
      address.host.find(':') == std::string::npos ? address.host : "[" + address.host + "]";
  return std::ranges::any_of(hosts, [&](const std::string& each) {
    return each == host || each == host + ":" + address.port;
  });
}

bool is_barred(std::span<const std::uint8_t> address) {
  if (address.size() == FourBytes{}.size()) return is_barred_4(address);
  return address.size() != SixteenBytes{}.size() || is_barred_6(address);
}

bool may_be_called(std::string_view text, const std::vector<std::string>& hosts) {
  const auto address = call_address_from(text);
  if (!address) return false;
  if (is_listed(*address, hosts)) return true;
  return address->is_secure && !is_barred_text(address->host);
}

}  // namespace vigie
