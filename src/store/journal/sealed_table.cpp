#include "store/journal/sealed_table.h"

#include "store/agreement/signature.h"
#include "store/catalogue/offering.h"
#include "store/closure/reopening.h"
#include "store/contract/order.h"
#include "store/dispute/dispute.h"
#include "store/outage/maintenance.h"
#include "store/outage/outage.h"
#include "store/penalty/penalty.h"
#include "store/ticket/event_row.h"
#include "store/zones/zone_rows.h"

namespace vigie {

namespace {

constexpr std::size_t most_damages = 100;

void report(Verification& found, Damage damage) {
  if (found.damages.size() < most_damages) found.damages.push_back(std::move(damage));
}

/// Whether the texts that may be erased give their digest; true for a row without such texts.
template <class Row>
bool has_its_texts(const SealingKey&, const Row&, Verification&) {
  return true;
}

bool has_its_texts(const SealingKey& key, const ActChangeRow& row, Verification& found) {
  if (!row.salt) {
    ++found.erased;
    return !row.before && !row.after;
  }
  return salted_digest(key, *row.salt, {row.before, row.after}) == row.digest;
}

bool has_its_texts(const SealingKey& key, const AgreementSignatureRow& row, Verification& found) {
  if (!row.salt) {
    ++found.erased;
    return !row.name && !row.capacity;
  }
  return salted_digest(key, *row.salt, {row.name, row.capacity}) == row.signatory_digest;
}

template <HasNote Row>
bool has_its_texts(const SealingKey& key, const Row& row, Verification& found) {
  if (!row.note_digest) return !row.note && !row.note_salt;
  if (!row.note_salt) {
    ++found.erased;
    return !row.note;
  }
  return salted_digest(key, *row.note_salt, {row.note}) == *row.note_digest;
}

template <class Row>
std::string select_sealed() {
  return "select " + select_list<Row>() + ", seal from " + table_name<Row>() +
         " where act between $1 and $2 order by act, rank";
}

template <class Row>
void check_rows(Connection& rows, const SealingKey& key, ActRange range, SealsOfActs& seals,
                Verification& found) {
  static const std::string select = select_sealed<Row>();
  constexpr int seal_column = static_cast<int>(field_count<Row>());
  rows.run(
      select, std::array<Parameter, 2>{range.first, range.last}, [&](const vigie::Row& answer) {
        const Row row = row_from<Row>(answer);
        const Bytes seal = FieldValue<Bytes>::from_sql(answer, seal_column);
        Damage damage{
            .table = std::string{key_of(table_of<Row>)}, .act = row.act.value, .number = row.rank};
        if (seal_of(key, row) != seal) {
          damage.kind = DamageKind::row_changed;
          report(found, damage);
        } else if (!has_its_texts(key, row, found)) {
          damage.kind = DamageKind::text_changed;
          report(found, damage);
        }
        seals[row.act.value][row.rank] = seal;
      });
}

}  // namespace

std::vector<CheckRows> sealed_tables() {
  return {check_rows<ActChangeRow>,         check_rows<AgreementVersionRow>,
          check_rows<AgreementRevisionRow>, check_rows<AgreementStepRow>,
          check_rows<AgreementApprovalRow>, check_rows<AgreementSignatureRow>,
          check_rows<OfferingPriceRow>,     check_rows<ContractFeeVersionRow>,
          check_rows<TicketEventRow>,       check_rows<ZoneReleaseRow>,
          check_rows<ClosureRow>,           check_rows<ReopeningRow>,
          check_rows<OutageEventRow>,       check_rows<MaintenanceAnnouncementRow>,
          check_rows<ObservationRow>,       check_rows<DisputeStepRow>,
          check_rows<PenaltyStepRow>};
}

}  // namespace vigie
