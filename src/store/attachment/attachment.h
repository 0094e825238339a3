// Files of tickets as rows.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "store/ticket/ticket.h"

namespace vigie {

struct AttachmentRow {
  std::string reference;
  std::int64_t version = 1;
  Key<TicketRow> ticket{};
  std::optional<std::string> name;
  std::string media_type;
  std::int64_t size = 0;
  Bytes digest;
  Instant added_at;
  std::optional<Instant> removed_at;
};

template <>
inline constexpr StoreTable table_of<AttachmentRow> = StoreTable::attachment;
template <>
inline constexpr auto fields_of<AttachmentRow> = std::tuple{
    field("reference", &AttachmentRow::reference, "What the world calls it."),
    field("version", &AttachmentRow::version, "Raised by one by each change."),
    field("ticket", &AttachmentRow::ticket, "Of which ticket."),
    field("name", &AttachmentRow::name, "Of the file; none: it was removed."),
    field("media_type", &AttachmentRow::media_type, "As whoever sent it said."),
    field("size", &AttachmentRow::size, "In bytes."),
    field("digest", &AttachmentRow::digest, "Of its bytes: which blob it is."),
    field("added_at", &AttachmentRow::added_at, "When it was attached."),
    field("removed_at", &AttachmentRow::removed_at, "Since when it is gone."),
};

struct KeptAttachment {
  Key<AttachmentRow> key{};
  AttachmentRow row;
  KeptTicket ticket;
};

/// None when there is none, or its ticket is outside of the scope.
std::optional<KeptAttachment> attachment_by_reference(Connection& rows, const Scope& scope,
                                                      std::string_view reference);
Key<AttachmentRow> add_attachment_row(Connection& rows, const AttachmentRow& row);
/// Writes all fields where the version is the one before; false when it is not.
bool change_attachment_row(Connection& rows, Key<AttachmentRow> key, const AttachmentRow& row);

struct ListedAttachment {
  Key<AttachmentRow> key{};
  AttachmentRow row;
};
/// In the order in which they came, after that key; at most so many.
std::vector<ListedAttachment> attachments_after(Connection& rows, Key<TicketRow> ticket,
                                                std::int64_t after, std::int64_t most);

/// What a ticket has attached that was not removed.
struct AttachedToTicket {
  std::int64_t count = 0;
  std::int64_t bytes = 0;
};
AttachedToTicket attached_to(Connection& rows, Key<TicketRow> ticket);

/// Whether an attachment that was not removed has those bytes.
bool is_attached(Connection& rows, BytesView digest);

}  // namespace vigie
