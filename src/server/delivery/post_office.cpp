#include "server/delivery/post_office.h"

#include <stdexcept>

#include "server/delivery/mail_carrier.h"
#include "server/delivery/telling_time.h"
#include "server/delivery/webhook_carrier.h"
#include "server/identity/openid/offer.h"

namespace vigie {

namespace {

DeliveryTerms ready(DeliveryTerms terms, const Limits& limits, ZoneSource& zones) {
  if (!terms.zone.empty() && zones.find(terms.zone) == nullptr) {
    throw std::runtime_error{"notice_zone: there is no time zone \"" + terms.zone + "\""};
  }
  if (!terms.mail) return terms;
  if (!terms.mail_password_file.empty()) {
    terms.mail->password = secret_in(terms.mail_password_file);
  }
  terms.mail->longest = std::chrono::milliseconds{limits[Limit::mail_milliseconds]};
  return terms;
}

RoundTerms round_terms(const Limits& limits, Limit longest) {
  return {.batch = limits[Limit::delivery_batch],
          .lease = std::chrono::milliseconds{limits[Limit::delivery_lease_milliseconds]},
          .longest = std::chrono::milliseconds{limits[longest]},
          .attempts = limits[Limit::delivery_attempts]};
}

PostLine mail_line(const PostOffice::Parts& parts, const DeliveryTerms& terms) {
  PostLine line{.channel = NoticeChannel::email,
                .senders = parts.limits[Limit::mail_senders],
                .carrier = {},
                .terms = round_terms(parts.limits, Limit::mail_milliseconds)};
  line.terms.when = when_to_tell(parts.zones, terms.zone);
  line.carrier = [&terms, &zones = parts.zones,
                  most = parts.limits.size(Limit::digest_notices)](const auto& stops) {
    return mail_carrier({.terms = terms, .zones = zones, .most_in_digest = most, .stops = stops});
  };
  return line;
}

PostLine webhook_line(const PostOffice::Parts& parts, const DeliveryTerms& terms) {
  PostLine line{.channel = NoticeChannel::webhook,
                .senders = parts.limits[Limit::webhook_senders],
                .carrier = {},
                .terms = round_terms(parts.limits, Limit::webhook_milliseconds)};
  line.carrier = [&terms, limits = parts.limits](const auto& stops) {
    return webhook_carrier(
        {.address = terms.address,
         .hosts = terms.webhook_hosts,
         .longest = std::chrono::milliseconds{limits[Limit::webhook_milliseconds]},
         .most_bytes = limits.size(Limit::webhook_answer_bytes),
         .stops = stops});
  };
  return line;
}

PostTerms post_terms(const PostOffice::Parts& parts, const DeliveryTerms& terms) {
  PostTerms post{.lines = {webhook_line(parts, terms)}, .failed = parts.failed};
  if (terms.mail) post.lines.push_back(mail_line(parts, terms));
  return post;
}

}  // namespace

PostOffice::PostOffice(Parts parts)
    : terms_{ready(std::move(parts.terms), parts.limits, parts.zones)},
      postman_{parts.here, post_terms(parts, terms_)} {}

}  // namespace vigie
