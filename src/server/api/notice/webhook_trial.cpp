#include "server/api/notice/webhook_trial.h"

#include "engine/base/text.h"
#include "server/delivery/webhook_carrier.h"
#include "usecase/desk.h"
#include "usecase/identity/secret.h"
#include "usecase/notice/kept_secret.h"

namespace vigie {

namespace {

Instant monday_at(std::int64_t minutes) {
  constexpr std::chrono::days since{20'514};  // Monday 2 March 2026
  return Instant{since + std::chrono::minutes{minutes}};
}

std::int64_t sample_amount(WarningTrigger watches) {
  switch (watches) {
    case WarningTrigger::share_of_target:
    case WarningTrigger::budget_spent:
      return 750;
    case WarningTrigger::time_left:
    case WarningTrigger::waits_for_customer:
      return Duration{std::chrono::hours{1}}.count();
    default:
      return 2;
  }
}

}  // namespace

Letter sample_letter(WarningTrigger watches) {
  Letter letter{.delivery = {}, .notice = {}, .customer = "ACME", .rule = "A trial"};
  letter.delivery.row.level = 1;
  const bool is_of_ticket = is_about_ticket(watches);
  letter.notice = {.reference = "trial",
                   .watches = watches,
                   .amount = sample_amount(watches),
                   .thing = is_of_ticket ? Thing::ticket : Thing::agreement,
                   .subject = is_of_ticket ? "INC-1" : "acme",
                   .team = "network",
                   .site = {},
                   .of_at = monday_at(12 * 60 + 30),
                   .at = monday_at(12 * 60 + 30),
                   .agreement = "acme",
                   .agreement_version = 1,
                   .commitment = "resolve-p2",
                   .label = "Resolve P2",
                   .kind = AgreementKind::sla,
                   .metric = Metric::resolution,
                   .period = is_of_ticket ? "" : "2026-03",
                   .target = std::chrono::hours{4},
                   .due_at = monday_at(13 * 60 + 30),
                   .level = 1};
  return letter;
}

Outcome<WebhookTrial> try_webhook(const NoticeParts& parts, const Call& call) {
  const auto kept = look(parts.here, call.caller, Permission::manage_deliveries,
                         [&](const Look& rows) -> Outcome<KeptRow<WebhookRow>> {
                           auto found = kept_by_reference<WebhookRow>(
                               rows.rows, folded(call.in_path("reference")));
                           if (!found) return refused(Refusal::not_found);
                           if (found->row.is_closed) return refused(Refusal::webhook_is_closed);
                           return *std::move(found);
                         });
  if (!kept) return kept.error();
  CalledWebhook called{.key = kept->key, .url = kept->row.url, .secrets = {}};
  if (auto secret = opened_secret(parts.here.sealer.key(), kept->row.secret)) {
    called.secrets.push_back(*std::move(secret));
  }
  const std::atomic<bool> never{false};
  const auto carrier = webhook_carrier(
      {.address = parts.delivery.address,
       .hosts = parts.delivery.webhook_hosts,
       .longest = std::chrono::milliseconds{call.limits[Limit::webhook_milliseconds]},
       .most_bytes = call.limits.size(Limit::webhook_answer_bytes),
       .stops = never});
  const Receipt receipt =
      carrier->carry({.id = made_reference(),
                      .letters = {sample_letter(WarningTrigger::share_of_target)},
                      .webhook = std::move(called)});
  return WebhookTrial{.is_taken = receipt.handed == Handed::taken, .answer = receipt.answer};
}

}  // namespace vigie
