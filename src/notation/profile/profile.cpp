#include "notation/profile/profile.h"

namespace vigie {

std::vector<ExportColumn> columns_of(const Profile& profile) {
  std::vector<ExportColumn> columns;
  const auto add = [&](const ExportColumn& column) {
    if (!column.is_named()) return;
    for (const ExportColumn& known : columns) {
      if (known.name == column.name) return;
    }
    columns.push_back(column);
  };
  add(profile.ticket);
  add(profile.stamp);
  for (const EventColumn& event : profile.events) add(event.column);
  add(profile.state);
  for (const ActionRule& action : profile.actions) add(action.column);
  for (const AttributeRule& attribute : profile.attributes) add(attribute.column);
  add(profile.holder.group);
  add(profile.holder.person);
  if (profile.probe) {
    add(profile.probe->of);
    add(profile.probe->column);
  }
  return columns;
}

}  // namespace vigie
