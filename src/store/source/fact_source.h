// Programs that tell of outages and tickets.
#pragma once

#include <optional>
#include <string>

#include "store/import/import.h"
#include "store/kept_row.h"
#include "vocabulary/notice.h"

namespace vigie {

struct FactSourceRow {
  std::string reference;
  std::int64_t version = 1;
  std::string name;
  std::string name_sort;
  SourceKind kind{};
  std::optional<Key<PartyRow>> customer = {};
  std::optional<Key<ImportRow>> import = {};
  std::string profile;
  Bytes secret;
  Duration opens_after{};
  Duration closes_after{};
  std::optional<Instant> heard_at = {};
  bool is_closed = false;
};

template <>
inline constexpr StoreTable table_of<FactSourceRow> = StoreTable::fact_source;
template <>
inline constexpr auto fields_of<FactSourceRow> = std::tuple{
    field("reference", &FactSourceRow::reference, "What the world calls it."),
    field("version", &FactSourceRow::version, "Raised by one by each change."),
    field("name", &FactSourceRow::name, "Shown to people."),
    field("name_sort", &FactSourceRow::name_sort, "Its name folded: by which lists are ordered."),
    field("kind", &FactSourceRow::kind, "Which tool it is."),
    field("customer", &FactSourceRow::customer, "Whose its facts are when they do not say."),
    field("import", &FactSourceRow::import, "Under which its tickets are kept."),
    field("profile", &FactSourceRow::profile, "How what it sends is read: YAML."),
    field("secret", &FactSourceRow::secret, "By which its calls are known, sealed."),
    field("opens_after", &FactSourceRow::opens_after, "An alert that ends sooner opens nothing."),
    field("closes_after", &FactSourceRow::closes_after,
          "An alert that returns sooner goes on as the same outage."),
    field("heard_at", &FactSourceRow::heard_at, "When it called last."),
    field("is_closed", &FactSourceRow::is_closed, "It is not heard any more."),
};

using KeptSource = KeptRow<FactSourceRow>;

/// That it called, at `at`; whoever calls or settles for the same source waits, or tries again.
void touch_source(Connection& rows, Key<FactSourceRow> source, std::optional<Instant> heard_at);

/// Its tickets are kept under another import from now on.
void set_import_of_source(Connection& rows, Key<FactSourceRow> source, Key<ImportRow> import);

/// A call that was taken.
struct FactReceiptRow {
  Key<FactSourceRow> source{};
  Bytes call;
  Bytes body;
  std::string answer;
  Instant at;
};

template <>
inline constexpr StoreTable table_of<FactReceiptRow> = StoreTable::fact_receipt;
template <>
inline constexpr auto fields_of<FactReceiptRow> = std::tuple{
    field("source", &FactReceiptRow::source, "Which source called."),
    field("call", &FactReceiptRow::call, "Digest of the id of the call."),
    field("body", &FactReceiptRow::body, "Digest of its body."),
    field("answer", &FactReceiptRow::answer, "What it was answered."),
    field("at", &FactReceiptRow::at, "When it was taken."),
};

std::optional<FactReceiptRow> receipt_of(Connection& rows, Key<FactSourceRow> source,
                                         const Bytes& call);
void add_receipt(Connection& rows, const FactReceiptRow& row);
/// Those taken before `before`, at most so many; gives how many.
std::int64_t forget_receipts(Connection& rows, Instant before, std::int64_t most);

}  // namespace vigie
