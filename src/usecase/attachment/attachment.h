// Files of tickets. Design E10.
#pragma once

#include <functional>
#include <optional>
#include <string>

#include "engine/base/described.h"
#include "engine/base/instant.h"
#include "store/blob/blob.h"
#include "usecase/desk.h"
#include "usecase/list_page.h"

namespace vigie {

struct AttachmentView {
  std::string reference;
  std::int64_t version = 0;
  std::string ticket;
  std::optional<std::string> name;
  std::string media_type;
  std::int64_t size = 0;
  std::string digest;
  Instant added_at;
  std::optional<Instant> removed_at;
};

template <>
inline constexpr std::string_view title_of<AttachmentView> = "Attachment";
template <>
inline constexpr auto fields_of<AttachmentView> = std::tuple{
    field("reference", &AttachmentView::reference, "What the world calls it."),
    field("version", &AttachmentView::version, "Raised by one by each change."),
    field("ticket", &AttachmentView::ticket, "Reference of its ticket."),
    field("name", &AttachmentView::name, "Of the file; none: it was removed."),
    field("media_type", &AttachmentView::media_type, "As whoever sent it said: not verified."),
    field("size", &AttachmentView::size, "In bytes."),
    field("digest", &AttachmentView::digest, "BLAKE2b-256 of its bytes, hexadecimal."),
    field("added_at", &AttachmentView::added_at, "When it was attached."),
    field("removed_at", &AttachmentView::removed_at, "Since when it is gone."),
};

/// A file that comes.
struct AttachFile {
  std::string name;
  std::string media_type;
  std::int64_t size = 0;
};

/// How much a ticket may have attached.
struct AttachmentBounds {
  std::int64_t count = 0;
  std::int64_t bytes = 0;
};

/// Whether the file may be attached, before its bytes are written; none when it may. Refused, in
/// this order: not_found, file_name_malformed, file_type_malformed, file_empty, attachments_full.
std::optional<Refused> refusal_of_file(Connection& rows, const Scope& scope,
                                       std::string_view ticket, const AttachFile& asked,
                                       const AttachmentBounds& bounds);

/// Attaches what `plan` says, whose chunks are kept. Refused as `refusal_of_file` says.
Outcome<AttachmentView> attach(Desk& desk, std::string_view ticket, const AttachFile& asked,
                               const BlobPlan& plan, const AttachmentBounds& bounds);

/// In the order in which they came, those removed as well. Refused: not_found, cursor_unknown.
Outcome<ListPage<AttachmentView>> attachments_of(const Look& look, std::string_view ticket,
                                                 const ListAsked& asked);

/// Refused: not_found.
Outcome<AttachmentView> attachment(const Look& look, std::string_view reference);

/// The file itself.
struct AttachedFile {
  std::string name;
  std::string bytes;
};
/// Refused, in this order: not_found, attachment_gone.
Outcome<AttachedFile> attached_file(const Look& look, std::string_view reference);

struct RemoveAttachment {
  std::string reason;
};
template <>
inline constexpr std::string_view title_of<RemoveAttachment> = "AttachmentRemoval";
template <>
inline constexpr auto fields_of<RemoveAttachment> = std::tuple{
    field("reason", &RemoveAttachment::reason, "Why, for whoever looks for it.", AtMost{2'000})};

/// Its line stays; its name goes, and its bytes when nothing else has them. Refused, in this order:
/// not_found, version_changed, note_missing, attachment_gone.
Outcome<AttachmentView> remove_attachment(Desk& desk, const Addressed& at,
                                          const RemoveAttachment& asked);

}  // namespace vigie
