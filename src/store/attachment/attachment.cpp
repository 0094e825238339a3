#include "store/attachment/attachment.h"

namespace vigie {

std::optional<KeptAttachment> attachment_by_reference(Connection& rows, const Scope& scope,
                                                      std::string_view reference) {
  static const std::string select =
      "select id, " + select_list<AttachmentRow>() + " from attachment where reference = $1";
  std::optional<KeptAttachment> found;
  rows.run(select, std::array<Parameter, 1>{reference}, [&](const Row& row) {
    found =
        KeptAttachment{.key = {row.whole(0)}, .row = row_from<AttachmentRow>(row, 1), .ticket = {}};
  });
  if (!found) return std::nullopt;
  found->ticket = ticket_by_key(rows, found->row.ticket);
  const TicketRow& ticket = found->ticket.row;
  const bool is_seen = scope.covers(
      {.customer = ticket.customer, .part = {}, .team = ticket.team, .site = ticket.site});
  return is_seen ? found : std::nullopt;
}

Key<AttachmentRow> add_attachment_row(Connection& rows, const AttachmentRow& row) {
  static const std::string insert = insert_statement<AttachmentRow>("attachment") + " returning id";
  Key<AttachmentRow> key{};
  rows.run(insert, values_of(row), [&](const Row& answer) { key = {answer.whole(0)}; });
  return key;
}

bool change_attachment_row(Connection& rows, Key<AttachmentRow> key, const AttachmentRow& row) {
  static const std::string update = update_statement<AttachmentRow>("attachment");
  std::array<Parameter, field_count<AttachmentRow>() + 2> values;
  put_values(row, values);
  values[field_count<AttachmentRow>()] = key.value;
  values[field_count<AttachmentRow>() + 1] = row.version - 1;
  return rows.run(update, values) == 1;
}

std::vector<ListedAttachment> attachments_after(Connection& rows, Key<TicketRow> ticket,
                                                std::int64_t after, std::int64_t most) {
  static const std::string select = "select id, " + select_list<AttachmentRow>() +
                                    " from attachment where ticket = $1 and id > $2"
                                    " order by id limit $3";
  std::vector<ListedAttachment> found;
  rows.run(select, std::array<Parameter, 3>{ticket.value, after, most}, [&](const Row& row) {
    found.push_back({.key = {row.whole(0)}, .row = row_from<AttachmentRow>(row, 1)});
  });
  return found;
}

AttachedToTicket attached_to(Connection& rows, Key<TicketRow> ticket) {
  AttachedToTicket found;
  rows.run(
      "select count(*), cast(coalesce(sum(size), 0) as bigint) from attachment"
      " where ticket = $1 and removed_at is null",
      std::array<Parameter, 1>{ticket.value},
      [&](const Row& row) { found = {.count = row.whole(0), .bytes = row.whole(1)}; });
  return found;
}

bool is_attached(Connection& rows, BytesView digest) {
  bool is_one = false;
  rows.run("select 1 from attachment where digest = $1 and removed_at is null limit 1",
           std::array<Parameter, 1>{digest}, [&](const Row&) { is_one = true; });
  return is_one;
}

}  // namespace vigie
