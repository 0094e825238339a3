#include "usecase/attachment/attachment.h"

#include <algorithm>

#include "engine/base/require.h"
#include "store/attachment/attachment.h"
#include "usecase/ticket/ticket_view.h"
#include "usecase/typed_text.h"

namespace vigie {

namespace {

std::string hexadecimal(BytesView bytes) {
  constexpr std::string_view digits = "0123456789abcdef";
  std::string text;
  for (const std::byte byte : bytes) {
    text += digits[std::to_integer<unsigned>(byte) >> 4U];
    text += digits[std::to_integer<unsigned>(byte) & 15U];
  }
  return text;
}

AttachmentView view_of(const AttachmentRow& row, const std::string& ticket) {
  return {.reference = row.reference,
          .version = row.version,
          .ticket = ticket,
          .name = row.name,
          .media_type = row.media_type,
          .size = row.size,
          .digest = hexadecimal(row.digest),
          .added_at = row.added_at,
          .removed_at = row.removed_at};
}

/// A name that names no folder, and that no system reads as one.
bool is_file_name(const std::string& name) {
  const auto kept = name_from(name);
  return kept && *kept == name && name.find_first_of("/\\") == std::string::npos && name != "." &&
         name != "..";
}

/// type/subtype, as RFC 9110 8.3.1 writes them, without parameters.
bool is_media_type(std::string_view text) {
  constexpr std::size_t longest = 127;
  const auto is_token = [](std::string_view token) {
    constexpr std::string_view signs = "!#$&-^_.+";
    return !token.empty() && std::ranges::all_of(token, [&](char c) {
      return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') ||
             signs.find(c) != std::string_view::npos;
    });
  };
  const std::size_t slash = text.find('/');
  return text.size() <= longest && slash != std::string_view::npos &&
         is_token(text.substr(0, slash)) && is_token(text.substr(slash + 1));
}

}  // namespace

std::optional<Refused> refusal_of_file(Connection& rows, const Scope& scope,
                                       std::string_view ticket, const AttachFile& asked,
                                       const AttachmentBounds& bounds) {
  const auto kept = ticket_by_reference(rows, scope, in_capitals(ticket));
  if (!kept) return refused(Refusal::not_found);
  if (!is_file_name(asked.name)) return refused(Refusal::file_name_malformed);
  if (!is_media_type(asked.media_type)) return refused(Refusal::file_type_malformed);
  if (asked.size == 0) return refused(Refusal::file_empty);
  const AttachedToTicket there = attached_to(rows, kept->key);
  const bool is_full = there.count >= bounds.count || there.bytes + asked.size > bounds.bytes;
  if (is_full) return refused(Refusal::attachments_full);
  return std::nullopt;
}

Outcome<AttachmentView> attach(Desk& desk, std::string_view ticket, const AttachFile& asked,
                               const BlobPlan& plan, const AttachmentBounds& bounds) {
  auto refusal = refusal_of_file(desk.rows(), desk.scope(), ticket, asked, bounds);
  if (refusal) return *std::move(refusal);
  const auto kept = ticket_by_reference(desk.rows(), desk.scope(), in_capitals(ticket));
  AttachmentRow row{.reference = "ATT-" + std::to_string(next_number(desk.rows(), "attachment")),
                    .version = 1,
                    .ticket = kept->key,
                    .name = asked.name,
                    .media_type = asked.media_type,
                    .size = plan.size,
                    .digest = plan.digest};
  Act& act = desk.open(ActWord::attachment_added, Thing::attachment, row.reference);
  row.added_at = act.at();
  keep_blob(desk.rows(), plan);
  add_attachment_row(desk.rows(), row);
  act.change<AttachmentRow>(nullptr, &row);
  return view_of(row, kept->row.reference);
}

Outcome<ListPage<AttachmentView>> attachments_of(const Look& look, std::string_view ticket,
                                                 const ListAsked& asked) {
  const auto kept = ticket_by_reference(look.rows, look.scope(), in_capitals(ticket));
  if (!kept) return refused(Refusal::not_found);
  const std::string list = "attachments " + kept->row.reference;
  std::int64_t after = 0;
  if (asked.cursor) {
    const auto place = place_in(*asked.cursor, list, 1);
    if (!place) return refused(Refusal::cursor_unknown);
    after = whole_in(place->front());
  }
  const auto found = attachments_after(look.rows, kept->key, after, asked.most + 1);
  ListPage<AttachmentView> page;
  for (const ListedAttachment& each : found) {
    if (static_cast<std::int64_t>(page.items.size()) == asked.most) break;
    page.items.push_back(view_of(each.row, kept->row.reference));
    after = each.key.value;
  }
  if (found.size() > page.items.size()) {
    page.next = cursor_of(list, std::vector{std::to_string(after)});
  }
  return page;
}

Outcome<AttachmentView> attachment(const Look& look, std::string_view reference) {
  const auto kept = attachment_by_reference(look.rows, look.scope(), in_capitals(reference));
  if (!kept) return refused(Refusal::not_found);
  return view_of(kept->row, kept->ticket.row.reference);
}

Outcome<AttachedFile> attached_file(const Look& look, std::string_view reference) {
  const auto kept = attachment_by_reference(look.rows, look.scope(), in_capitals(reference));
  if (!kept) return refused(Refusal::not_found);
  if (kept->row.removed_at) return refused(Refusal::attachment_gone);
  AttachedFile file{.name = kept->row.name.value_or(""), .bytes = {}};
  file.bytes.reserve(static_cast<std::size_t>(kept->row.size));
  read_blob(look.rows, kept->row.digest, [&](BytesView chunk) {
    file.bytes.append(reinterpret_cast<const char*>(chunk.data()), chunk.size());
  });
  ensure(std::ssize(file.bytes) == kept->row.size, "a blob that is attached has its bytes");
  return file;
}

Outcome<AttachmentView> remove_attachment(Desk& desk, const Addressed& at,
                                          const RemoveAttachment& asked) {
  const auto kept = attachment_by_reference(desk.rows(), desk.scope(), in_capitals(at.reference));
  if (!kept) return refused(Refusal::not_found);
  if (at.version && kept->row.version != at.version) {
    return refused(Refusal::version_changed, {{"now", std::to_string(kept->row.version)},
                                              {"asked", std::to_string(*at.version)}});
  }
  if (asked.reason.empty()) return refused(Refusal::note_missing);
  if (kept->row.removed_at) return refused(Refusal::attachment_gone);
  Act& act = desk.open(ActWord::attachment_removed, Thing::attachment, kept->row.reference);
  AttachmentRow row = kept->row;
  row.name = std::nullopt;
  row.removed_at = act.at();
  ++row.version;
  ensure(change_attachment_row(desk.rows(), kept->key, row), "its version was just read");
  act.change("reason", std::nullopt, asked.reason);
  if (!is_attached(desk.rows(), row.digest)) forget_blob(desk.rows(), row.digest);
  return view_of(row, kept->ticket.row.reference);
}

}  // namespace vigie
