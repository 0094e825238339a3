#include "usecase/warning/acknowledgement.h"

#include "engine/base/require.h"
#include "store/identity/account.h"
#include "store/kept_row.h"
#include "usecase/warning/notice_maker.h"

namespace vigie {

namespace {

bool was_told(Connection& rows, Key<NoticeRow> notice, Key<AccountRow> account) {
  return rows.run("select 1 from delivery where notice = $1 and account = $2 limit 1",
                  std::array<Parameter, 2>{notice.value, account.value}) > 0;
}

bool may_answer(Desk& desk, const KeptRow<NoticeRow>& kept) {
  const Caller& caller = desk.caller();
  if (caller.account && was_told(desk.rows(), kept.key, *caller.account)) return true;
  const Scope& scope = caller.rights.scope_of(permission_to_read(kept.row.thing));
  if (!kept.row.customer) return scope.is_whole();
  return scope.covers(
      {.customer = *kept.row.customer, .part = {}, .team = kept.row.team, .site = kept.row.site});
}

AcknowledgedView view_of(Connection& rows, const NoticeRow& row) {
  AcknowledgedView view{
      .reference = row.reference, .version = row.version, .by = {}, .at = *row.acknowledged_at};
  if (row.acknowledged_by) view.by = reference_of_account(rows, *row.acknowledged_by);
  return view;
}

}  // namespace

Outcome<AcknowledgedView> acknowledge(Desk& desk, const Addressed& at,
                                      const AcknowledgeNotice& asked) {
  const auto kept = kept_by_reference<NoticeRow>(desk.rows(), at.reference);
  if (!kept || !may_answer(desk, *kept)) return refused(Refusal::not_found);
  if (kept->row.acknowledged_at) return view_of(desk.rows(), kept->row);
  NoticeRow row = kept->row;
  Act& act = desk.open(ActWord::notice_acknowledged, Thing::notice, row.reference);
  ++row.version;
  row.acknowledged_by = desk.caller().account;
  row.acknowledged_at = act.at();
  row.next_level_at.reset();
  ensure(change_kept(desk.rows(), kept->key, row), "its version was just read");
  act.change("why", std::nullopt, asked.why);
  return view_of(desk.rows(), row);
}

}  // namespace vigie
