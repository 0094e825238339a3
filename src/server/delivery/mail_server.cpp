#include "server/delivery/mail_server.h"

#include <algorithm>
#include <utility>

namespace vigie {

std::optional<MailServer> mail_server_from(std::string_view text) {
  using enum MailServer::Security;
  constexpr std::pair<std::string_view, MailServer::Security> schemes[] = {
      {"smtp://", starttls}, {"smtps://", tls}, {"smtp+clear://", none}};
  constexpr std::size_t longest = 255;
  for (const auto& [scheme, security] : schemes) {
    if (!text.starts_with(scheme)) continue;
    const std::string_view host = text.substr(scheme.size());
    const bool is_host = std::ranges::all_of(host, [](char c) {
      return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
             std::string_view{".-:[]"}.find(c) != std::string_view::npos;
    });
    if (host.empty() || host.size() > longest || !is_host || host.front() == ':') return {};
    return MailServer{.host = std::string{host}, .security = security};
  }
  return std::nullopt;
}

std::string_view domain_of(std::string_view email) {
  const std::size_t at = email.rfind('@');
  return at == std::string_view::npos ? std::string_view{} : email.substr(at + 1);
}

}  // namespace vigie
