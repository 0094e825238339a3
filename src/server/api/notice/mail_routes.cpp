#include <atomic>
#include <system_error>

#include "server/api/identity_answers.h"
#include "server/api/notice/notice_routes.h"
#include "server/api/notice/webhook_trial.h"
#include "server/delivery/mail_carrier.h"
#include "server/identity/openid/offer.h"
#include "store/identity/account.h"
#include "usecase/identity/secret.h"

namespace vigie {

struct MailSettings {
  bool is_set = false;
  std::string server;
  bool is_encrypted = false;
  std::string from;
  std::string user;
};

template <>
inline constexpr std::string_view title_of<MailSettings> = "MailSettings";
template <>
inline constexpr auto fields_of<MailSettings> = std::tuple{
    field("is_set", &MailSettings::is_set, "Whether this node sends e-mail."),
    field("server", &MailSettings::server, "HOST or HOST:PORT; empty: none is set."),
    field("is_encrypted", &MailSettings::is_encrypted, "Whether it is spoken to over TLS."),
    field("from", &MailSettings::from, "Whom messages come from."),
    field("user", &MailSettings::user, "Who signs in there; empty: nobody does."),
};

struct MailTrial {
  bool is_taken = false;
  std::string to;
  std::string answer;
};

template <>
inline constexpr std::string_view title_of<MailTrial> = "MailTrial";
template <>
inline constexpr auto fields_of<MailTrial> = std::tuple{
    field("is_taken", &MailTrial::is_taken, "Whether the server took the message."),
    field("to", &MailTrial::to, "Where it was sent."),
    field("answer", &MailTrial::answer, "Why it did not; empty: it did."),
};

namespace {

constexpr auto for_mail = Permission::manage_deliveries;

Route tells_settings(const NoticeParts& parts) {
  Route route = route_of({.pattern = "/api/mail",
                          .permission = for_mail,
                          .refusals = {},
                          .summary = "How this node sends e-mail, as its settings say."},
                         Method::get);
  route.gives = shape_of<MailSettings>();
  route.answer = [parts](const Call&) {
    MailSettings settings;
    if (const auto& mail = parts.delivery.mail) {
      settings = {.is_set = true,
                  .server = mail->server.host,
                  .is_encrypted = mail->server.security != MailServer::Security::none,
                  .from = mail->from,
                  .user = mail->user};
    }
    return plain_answer(settings);
  };
  return route;
}

/// To whoever asks, so that it is no way to write to others. Refused, in this order: mail_not_set,
/// unauthenticated.
Outcome<Letter> letter_to_caller(const NoticeParts& parts, const Call& call) {
  if (!parts.delivery.mail) return refused(Refusal::mail_not_set);
  return look(parts.here, call.caller, for_mail, [&](const Look& rows) -> Outcome<Letter> {
    if (!call.caller.account) return refused(Refusal::unauthenticated);
    const auto account = account_of_key(rows.rows, *call.caller.account);
    if (!account || !account->person.email) return refused(Refusal::unauthenticated);
    Letter letter = sample_letter(WarningTrigger::share_of_target);
    letter.email = account->person.email;
    letter.language = account->row.language;
    return letter;
  });
}

MailTrial sent(const NoticeParts& parts, const Limits& limits, const Letter& letter) {
  DeliveryTerms terms = parts.delivery;
  MailTrial trial{.is_taken = false, .to = *letter.email, .answer = {}};
  try {
    if (!terms.mail_password_file.empty()) {
      terms.mail->password = secret_in(terms.mail_password_file);
    }
  } catch (const std::system_error& error) {
    trial.answer = error.what();
    return trial;
  }
  terms.mail->longest = std::chrono::milliseconds{limits[Limit::mail_milliseconds]};
  const std::atomic<bool> never{false};
  const auto carrier = mail_carrier({.terms = terms, .zones = parts.zones, .stops = never});
  Receipt receipt = carrier->carry({.id = made_reference(), .letters = {letter}});
  trial.is_taken = receipt.handed == Handed::taken;
  trial.answer = std::move(receipt.answer);
  return trial;
}

Route tries_mail(const NoticeParts& parts) {
  Route route = route_of({.pattern = "/api/mail/trial",
                          .permission = for_mail,
                          .refusals = {Refusal::mail_not_set, Refusal::unauthenticated},
                          .summary = "Sends a made-up notice to whoever asks."},
                         Method::post);
  route.gives = shape_of<MailTrial>();
  route.answer = [parts](const Call& call) {
    const Outcome<Letter> letter = letter_to_caller(parts, call);
    if (!letter) return refusal_response(call, letter.error());
    return plain_answer(sent(parts, call.limits, *letter));
  };
  return route;
}

}  // namespace

std::vector<Route> mail_routes(const NoticeParts& parts) {
  return {tells_settings(parts), tries_mail(parts)};
}

}  // namespace vigie
