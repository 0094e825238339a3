#include "notation/profile/coded_columns.h"

namespace vigie {

namespace {

const ValueMap<std::string> as_written;

ToldState told_state(const StateMeaning* meaning, Names& names) {
  ToldState told;
  if (meaning == nullptr) return told;
  told.is_ignored = meaning->is_ignored;
  told.phase = meaning->phase;
  told.party = names.intern<Party>(meaning->party);
  told.reason = names.intern<AttributeValue>(meaning->reason);
  told.is_requested = meaning->is_requested;
  return told;
}

Holder told_group(const GroupMeaning* meaning, std::string_view group, Names& names) {
  if (meaning == nullptr) return {party_of(Role::provider), names.intern<Team>(group)};
  const auto party = names.intern<Party>(meaning->party);
  return {party ? party : party_of(Role::provider), names.intern<Team>(meaning->team)};
}

ToldAction told_action(const ActionMeaning* meaning, Names& names) {
  ToldAction told;
  if (meaning == nullptr) return told;
  told.is_ignored = meaning->is_ignored;
  told.word = meaning->word;
  told.party = names.intern<Party>(meaning->party);
  told.value = names.intern<AttributeValue>(meaning->value);
  return told;
}

Value told_value(const std::string* meaning, std::string_view cell, Names& names) {
  return names.intern<AttributeValue>(meaning != nullptr ? std::string_view{*meaning} : cell);
}

}  // namespace

std::size_t index_of(const std::vector<ExportColumn>& columns, const ExportColumn& column) {
  for (std::size_t i = 0; i < columns.size(); ++i) {
    if (columns[i].name == column.name) return i;
  }
  return no_column;
}

CodedColumns::CodedColumns(const Profile& profile, const std::vector<ExportColumn>& columns,
                           Names& names)
    : state{index_of(columns, profile.state),
            0,
            {profile.state, profile.states,
             [&names](const StateMeaning* meaning, std::string_view) {
               return told_state(meaning, names);
             }}},
      group{index_of(columns, profile.holder.group),
            0,
            {profile.holder.group, profile.holder.groups,
             [&names](const GroupMeaning* meaning, std::string_view cell) {
               return told_group(meaning, cell, names);
             }}},
      person{
          index_of(columns, profile.holder.person),
          0,
          {profile.holder.person, as_written, [&names](const std::string*, std::string_view cell) {
             return names.intern<Person>(cell);
           }}} {
  if (state.is_there()) state.slot = codes_a_row++;
  if (group.is_there()) group.slot = codes_a_row++;
  if (person.is_there()) person.slot = codes_a_row++;
  for (const ActionRule& rule : profile.actions) {
    actions.push_back(
        {index_of(columns, rule.column),
         codes_a_row++,
         {rule.column, rule.words, [&names](const ActionMeaning* meaning, std::string_view) {
            return told_action(meaning, names);
          }}});
  }
  for (const AttributeRule& rule : profile.attributes) add_attribute(rule, columns, names);
}

void CodedColumns::add_attribute(const AttributeRule& rule,
                                 const std::vector<ExportColumn>& columns, Names& names) {
  if (!rule.column.is_named()) {
    constants.push_back({rule.attribute, names.intern<AttributeValue>(rule.constant), {}});
    return;
  }
  const bool is_of_row = rule.from == RowChoice::row;
  const std::size_t slot = is_of_row ? codes_a_row++ : codes_a_ticket++;
  auto& attributes = is_of_row ? of_rows : of_tickets;
  attributes.push_back(
      {&rule,
       {index_of(columns, rule.column),
        slot,
        {rule.column, rule.map, [&names](const std::string* meaning, std::string_view cell) {
           return told_value(meaning, cell, names);
         }}}});
}

std::vector<Fault> CodedColumns::report_unmapped(Findings& findings) const {
  std::vector<Fault> faults;
  state.codes.report_unmapped(findings, faults);
  group.codes.report_unmapped(findings, faults);
  for (const auto& action : actions) action.codes.report_unmapped(findings, faults);
  for (const auto& attribute : of_rows) attribute.column.codes.report_unmapped(findings, faults);
  for (const auto& attribute : of_tickets) attribute.column.codes.report_unmapped(findings, faults);
  return faults;
}

}  // namespace vigie
