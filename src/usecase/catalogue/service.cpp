#include "usecase/catalogue/service.h"

#include "engine/base/text.h"
#include "store/catalogue/service.h"
#include "usecase/named_page.h"
#include "usecase/told_change.h"
#include "usecase/typed_text.h"

namespace vigie {

namespace {

ServiceView view_of(Connection& rows, const Caller& caller, const ServiceRow& row) {
  ServiceView view{.reference = row.reference,
                   .version = row.version,
                   .name_en = row.name_en,
                   .name_fr = row.name_fr,
                   .designation = row.designation,
                   .owner = {},
                   .is_closed = row.is_closed};
  if (row.owner && caller.rights.hold(Permission::read_people)) {
    view.owner = reference_of(rows, *row.owner);
  }
  return view;
}

/// Sets what is asked for. Refused, in this order: name_malformed, person_unknown.
std::optional<Refused> set(Desk& desk, ServiceRow& row, const ServiceChange& asked) {
  const auto set_name = [](std::string& name, const std::optional<std::string>& text) {
    if (!text) return true;
    const auto read = name_from(*text);
    name = read.value_or("");
    return read.has_value();
  };
  if (!set_name(row.name_en, asked.name_en) || !set_name(row.name_fr, asked.name_fr)) {
    return refused(Refusal::name_malformed);
  }
  row.name_sort = plain_form(row.name_en) + " / " + plain_form(row.name_fr);
  if (asked.owner) row.owner.reset();
  if (asked.owner && !asked.owner->empty()) {
    const auto owner = kept_by_reference<PersonRow>(desk.rows(), folded(*asked.owner));
    if (!owner || owner->row.erased_at || !desk.scope().meets(owner->row.party)) {
      return refused(Refusal::person_unknown, {{"reference", *asked.owner}});
    }
    row.owner = owner->key;
  }
  if (asked.is_closed) row.is_closed = *asked.is_closed;
  return std::nullopt;
}

}  // namespace

Outcome<ServiceView> add_to_catalogue(Desk& desk, const ServiceAddition& asked) {
  const auto reference = reference_from(asked.reference);
  if (!reference) return refused(Refusal::reference_malformed, {{"text", asked.reference}});
  ServiceRow row{.reference = *reference, .owner = {}};
  const auto designation = name_from(asked.designation.value_or(asked.name_en));
  if (!designation) return refused(Refusal::name_malformed);
  row.designation = *designation;
  const ServiceChange told{
      .name_en = asked.name_en, .name_fr = asked.name_fr, .owner = asked.owner, .is_closed = {}};
  if (auto refusal = set(desk, row, told)) return *std::move(refusal);
  if (kept_by_reference<ServiceRow>(desk.rows(), *reference)) {
    return refused(Refusal::reference_taken, {{"reference", *reference}});
  }
  if (has_service_called(desk.rows(), row.designation)) {
    return refused(Refusal::designation_taken, {{"name", row.designation}});
  }
  if (!desk.scope().is_whole()) return refused(Refusal::not_permitted);
  Act& act = desk.open(ActWord::service_added, Thing::service, *reference);
  add_kept(desk.rows(), row);
  const ServiceView view = view_of(desk.rows(), desk.caller(), row);
  tell_changes<ServiceView>(act, nullptr, view);
  return view;
}

Outcome<ServiceView> change_in_catalogue(Desk& desk, const Addressed& at,
                                         const ServiceChange& asked) {
  const auto kept = kept_by_reference<ServiceRow>(desk.rows(), at.reference);
  if (!kept) return refused(Refusal::not_found);
  if (!desk.scope().is_whole()) return refused(Refusal::not_permitted);
  if (auto refusal = version_refusal(at, kept->row.version)) return *std::move(refusal);
  ServiceRow row = kept->row;
  if (auto refusal = set(desk, row, asked)) return *std::move(refusal);
  ++row.version;
  const ServiceView before = view_of(desk.rows(), desk.caller(), kept->row);
  Act& act = desk.open(ActWord::service_changed, Thing::service, row.reference);
  ensure(change_kept(desk.rows(), kept->key, row), "its version was just read");
  const ServiceView view = view_of(desk.rows(), desk.caller(), row);
  tell_changes(act, &before, view);
  return view;
}

Outcome<ServiceView> service(const Look& look, std::string_view reference) {
  const auto kept = kept_by_reference<ServiceRow>(look.rows, reference);
  if (!kept) return refused(Refusal::not_found);
  return view_of(look.rows, look.caller, kept->row);
}

Outcome<ListPage<ServiceView>> services(const Look& look, const ListAsked& asked) {
  static constexpr NamedList<ServiceRow> list{
      .name = "services",
      .sort = [](const ServiceRow& row) { return row.name_sort; },
      .sort_column = "name_sort",
      .columns = {},
      .is_shared = true};
  return named_page(look, asked, list, [&](const KeptRow<ServiceRow>& kept) {
    return view_of(look.rows, look.caller, kept.row);
  });
}

}  // namespace vigie
