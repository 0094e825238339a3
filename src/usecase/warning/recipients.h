// Whom a level of a ladder tells.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "store/notice/delivery.h"
#include "usecase/rights.h"
#include "usecase/warning/rota.h"

namespace vigie {

/// What a notice is about, as those who may be told of it are chosen by it.
struct ToldAbout {
  std::optional<Key<PartyRow>> customer;  // none: the whole of what is kept
  std::string_view holder;                // what the ticket calls the company that has the ball
  std::string_view team;
  std::string_view site;
  Permission permission{};  // by which it is read
};

struct ThoseTold {
  std::vector<Key<AccountRow>> accounts;
  std::vector<Key<WebhookRow>> webhooks;
};

/// The levels of a ladder as they are kept.
struct LadderLevels {
  std::vector<EscalationLevelRow> levels;
  std::vector<EscalationRecipientRow> recipients;
};

/// Within one transaction: what it has read it remembers.
class Recipients {
 public:
  Recipients(Connection& rows, RotaShelf& rotas, Instant now)
      : rows_{rows}, rotas_{rotas}, now_{now} {}
  Recipients(const Recipients&) = delete;
  Recipients& operator=(const Recipients&) = delete;

  const LadderLevels& ladder(Key<EscalationLadderRow> key);

  /// Those whom a level names, each once: accounts that may read what it is about, and programs.
  /// Source: design S1.
  ThoseTold of(Key<EscalationLadderRow> ladder, std::int64_t level, const ToldAbout& about);

 private:
  void add(const EscalationRecipientRow& recipient, const ToldAbout& about, ThoseTold& told);
  void add_account(Key<AccountRow> account, std::optional<UserRole> as, const ToldAbout& about,
                   ThoseTold& told);
  const std::vector<Key<AccountRow>>& named(const EscalationRecipientRow& recipient,
                                            const ToldAbout& about);
  std::vector<Key<AccountRow>> read_named(const EscalationRecipientRow& recipient,
                                          const ToldAbout& about);
  std::vector<Key<AccountRow>> read_on_call(std::string_view reference);
  const Rights& rights(Key<AccountRow> account, std::optional<UserRole> as);

  Connection& rows_;
  RotaShelf& rotas_;
  Instant now_;
  std::map<std::int64_t, LadderLevels> ladders_;
  std::map<std::string, std::vector<Key<AccountRow>>> named_;
  std::map<std::pair<std::int64_t, int>, Rights> rights_;
};

}  // namespace vigie
