#include "usecase/notice/round.h"

#include <algorithm>
#include <thread>

#include "engine/base/digest.h"
#include "engine/base/require.h"
#include "usecase/notice/kept_secret.h"

namespace vigie {

namespace {

using Clock = std::chrono::steady_clock;

TakenDelivery taken_of(const KeptRow<DeliveryRow>& kept) {
  return {.key = kept.key, .attempt = kept.row.attempt};
}

/// The parcels of one taking, and how many deliveries were looked at.
struct Taking {
  std::vector<Parcel> parcels;
  std::int64_t looked_at = 0;
};

/// None: the delivery was held or dropped.
std::optional<Parcel> mail_parcel(Connection& rows, Letter letter, const RoundTerms& terms,
                                  Instant now) {
  const KeptRow<DeliveryRow>& delivery = letter.delivery;
  if (!letter.email) {
    end_delivery(rows, taken_of(delivery), DeliveryState::dropped, "no address");
    return std::nullopt;
  }
  const TellingTime time = delivery.row.is_urgent ? TellingTime{} : terms.when(letter, now);
  if (time.way == TellingTime::Way::never) {
    end_delivery(rows, taken_of(delivery), DeliveryState::dropped, "e-mail is not wanted");
    return std::nullopt;
  }
  if (time.way == TellingTime::Way::at_once) {
    return Parcel{.id = delivery.row.reference, .letters = {std::move(letter)}};
  }
  const bool is_digest = time.way == TellingTime::Way::in_digest;
  hold_delivery(rows, taken_of(delivery), time.until,
                is_digest ? std::optional{time.until} : std::nullopt);
  return std::nullopt;
}

/// None: the program is told of nothing any more.
std::optional<Parcel> call_parcel(Connection& rows, const SealingKey& key, Letter letter,
                                  Instant now) {
  const KeptRow<DeliveryRow>& delivery = letter.delivery;
  const auto webhook = webhook_of_key(rows, delivery.row.webhook.value_or(Key<WebhookRow>{}));
  if (!webhook || webhook->row.is_closed) {
    end_delivery(rows, taken_of(delivery), DeliveryState::dropped, "closed");
    return std::nullopt;
  }
  CalledWebhook called{.key = webhook->key, .url = webhook->row.url, .secrets = {}};
  const auto sign_with = [&](const Bytes& sealed) {
    if (auto secret = opened_secret(key, sealed)) called.secrets.push_back(*std::move(secret));
  };
  sign_with(webhook->row.secret);
  if (webhook->row.old_secret && webhook->row.old_until > now) sign_with(*webhook->row.old_secret);
  return Parcel{
      .id = delivery.row.reference, .letters = {std::move(letter)}, .webhook = std::move(called)};
}

/// All deliveries of a digest in one parcel; its id is made of theirs.
Parcel digest_parcel(Connection& rows, std::vector<KeptRow<DeliveryRow>> taken) {
  Parcel parcel;
  std::string references;
  for (KeptRow<DeliveryRow>& delivery : taken) {
    references += delivery.row.reference + "\n";
    parcel.letters.push_back(letter_of(rows, std::move(delivery)));
  }
  parcel.id = digest_of(references);
  return parcel;
}

void take_due_digest(Connection& rows, const RoundTerms& terms, Taking& taking) {
  auto digest = take_digest(rows, std::chrono::duration_cast<Duration>(terms.lease));
  if (digest.empty()) return;
  taking.looked_at += std::ssize(digest);
  Parcel parcel = digest_parcel(rows, std::move(digest));
  if (parcel.letters.front().email) {
    taking.parcels.push_back(std::move(parcel));
    return;
  }
  for (const Letter& letter : parcel.letters) {
    end_delivery(rows, taken_of(letter.delivery), DeliveryState::dropped, "no address");
  }
}

Taking take(Installation& here, NoticeChannel channel, const RoundTerms& terms) {
  Taking taking;
  const Instant now{Duration{here.database.now()}};
  const auto lease = std::chrono::duration_cast<Duration>(terms.lease);
  here.database.act([&](Connection& rows) {
    taking = {};
    auto taken = take_deliveries(rows, channel, terms.batch, lease);
    taking.looked_at = std::ssize(taken);
    for (KeptRow<DeliveryRow>& delivery : taken) {
      Letter letter = letter_of(rows, std::move(delivery));
      auto parcel = channel == NoticeChannel::webhook
                        ? call_parcel(rows, here.sealer.key(), std::move(letter), now)
                        : mail_parcel(rows, std::move(letter), terms, now);
      if (parcel) taking.parcels.push_back(*std::move(parcel));
    }
    if (channel == NoticeChannel::email) take_due_digest(rows, terms, taking);
  });
  return taking;
}

/// Nobody is there for so long.
constexpr Duration away_for = std::chrono::seconds{30};

void settle(Connection& rows, const Parcel& parcel, const Receipt& receipt,
            const RoundTerms& terms) {
  for (const Letter& letter : parcel.letters) {
    const TakenDelivery taken = taken_of(letter.delivery);
    const bool is_last = taken.attempt >= terms.attempts;
    if (receipt.handed == Handed::taken) {
      end_delivery(rows, taken, DeliveryState::delivered, "");
    } else if (receipt.handed == Handed::stopped) {
      retry_delivery(rows, taken, Duration{}, "");
    } else if (receipt.handed == Handed::gone) {
      end_delivery(rows, taken, DeliveryState::dropped, receipt.answer);
    } else if (receipt.handed == Handed::refused || is_last) {
      end_delivery(rows, taken, DeliveryState::failed, receipt.answer);
    } else {
      retry_delivery(rows, taken, wait_after(taken.attempt, taken.key.value), receipt.answer);
    }
  }
}

/// The webhook that answered that it is gone is closed, as an act of the program.
void close_gone(Installation& here, Key<WebhookRow> key) {
  const auto close = [&](Desk& desk) -> Outcome<bool> {
    const auto kept = webhook_of_key(desk.rows(), key);
    if (!kept || kept->row.is_closed) return refused(Refusal::webhook_is_closed);
    Act& act = desk.open(ActWord::webhook_changed, Thing::webhook, kept->row.reference);
    WebhookRow row = kept->row;
    row.is_closed = true;
    row.gone_at = act.at();
    ++row.version;
    act.change("is_closed", "0", "1");
    act.change("gone", std::nullopt, "410");
    ensure(change_kept(desk.rows(), key, row), "its version was just read");
    drop_deliveries(desk.rows(), key);
    return true;
  };
  // Refused: another node was told so, and has closed it.
  static_cast<void>(perform(here, program_itself(), Permission::manage_deliveries, close));
}

/// Written in one act, tried again while the lease lasts: what was carried and is not written is
/// carried again.
void write(Installation& here, NoticeChannel channel, const std::vector<Parcel>& parcels,
           const std::vector<Receipt>& receipts, const RoundTerms& terms, Clock::time_point until) {
  const auto write_once = [&] {
    here.database.act([&](Connection& rows) {
      for (std::size_t i = 0; i < parcels.size(); ++i) {
        settle(rows, parcels[i], receipts[i], terms);
      }
      for (std::size_t i = 0; i < parcels.size(); ++i) {
        if (receipts[i].handed != Handed::away) continue;
        const auto& called = parcels[i].webhook;
        put_off_deliveries(rows, channel, called ? std::optional{called->key} : std::nullopt,
                           away_for);
      }
    });
  };
  while (true) {
    try {
      write_once();
      break;
    } catch (const DatabaseError&) {
      if (Clock::now() > until) throw;
      std::this_thread::sleep_for(std::chrono::milliseconds{200});
    }
  }
  for (std::size_t i = 0; i < parcels.size(); ++i) {
    if (receipts[i].handed == Handed::gone) close_gone(here, parcels[i].webhook->key);
  }
}

/// Whether `parcel` goes where somebody was away, or gone.
bool is_to_same_place(const Parcel& parcel, const Parcel& other) {
  if (!parcel.webhook || !other.webhook) return true;
  return parcel.webhook->key.value == other.webhook->key.value;
}

/// One receipt a parcel.
std::vector<Receipt> carry(const std::vector<Parcel>& parcels, Carrier& carrier,
                           const std::atomic<bool>& stops, Clock::time_point last_start) {
  std::vector<Receipt> receipts;
  receipts.reserve(parcels.size());
  for (const Parcel& parcel : parcels) {
    std::optional<Handed> known;
    if (stops || (!receipts.empty() && Clock::now() > last_start)) known = Handed::stopped;
    for (std::size_t i = 0; i < receipts.size() && !known; ++i) {
      const Handed before = receipts[i].handed;
      if (before != Handed::away && before != Handed::gone) continue;
      if (is_to_same_place(parcel, parcels[i])) known = Handed::stopped;
    }
    receipts.push_back(known ? Receipt{*known, {}} : carrier.carry(parcel));
  }
  return receipts;
}

}  // namespace

Duration wait_after(std::int64_t attempt, std::int64_t salt) {
  using namespace std::chrono_literals;
  constexpr std::array<Duration, 15> waits{1s,    2s,    5s, 10s, 30s, 1min, 2min, 5min,
                                           10min, 30min, 1h, 2h,  6h,  12h,  24h};
  const auto place =
      static_cast<std::size_t>(std::clamp<std::int64_t>(attempt, 1, std::ssize(waits)) - 1);
  constexpr std::int64_t parts = 97;
  return waits[place] + waits[place] * ((salt * 31 + attempt) % parts) / (parts * 10);
}

std::int64_t deliver_some(Installation& here, NoticeChannel channel, Carrier& carrier,
                          const RoundTerms& terms, const std::atomic<bool>& stops) {
  RoundTerms safe = terms;
  safe.lease = std::max(terms.lease, terms.longest * 2);
  const auto taken_at = Clock::now();
  const Taking taking = take(here, channel, safe);
  if (taking.parcels.empty()) return taking.looked_at;
  const auto receipts =
      carry(taking.parcels, carrier, stops, taken_at + safe.lease - safe.longest * 3 / 2);
  write(here, channel, taking.parcels, receipts, safe, taken_at + safe.lease);
  return taking.looked_at;
}

}  // namespace vigie
