#include "server/api/fact/attachment_routes.h"

#include "server/api/api_query_route.h"
#include "usecase/attachment/attachment.h"

namespace vigie {

namespace {

using enum Refusal;

struct FileNamed {
  std::optional<std::string> name;
};

}  // namespace

template <>
inline constexpr auto fields_of<FileNamed> =
    std::tuple{field("name", &FileNamed::name, "Of the file, with its ending.", AtMost{200})};

namespace {

AttachFile file_of(const Call& call, const FileNamed& named) {
  const std::string_view type = call.request.fields.of("content-type");
  std::string bare{type.substr(0, type.find(';'))};
  while (bare.ends_with(' ')) bare.pop_back();
  for (char& c : bare) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  return {.name = named.name.value_or(""),
          .media_type = std::move(bare),
          .size = std::ssize(call.request.body)};
}

/// The chunks one by one, each in an act of its own: others write between them.
BlobPlan keep_chunks(Installation& here, std::string_view body) {
  BlobCutter cutter{[&](BytesView chunk) {
    here.database.act([&](Connection& rows) { keep_chunk(rows, chunk); });
  }};
  cutter.add(std::as_bytes(std::span{body}));
  return cutter.finish();
}

Response attach_file(Installation& here, const Call& call, Permission permission) {
  const auto named = query_asked<FileNamed>(call);
  if (!named) return refusal_response(call, named.error());
  const AttachFile file = file_of(call, *named);
  const std::string& ticket = call.in_path("reference");
  const AttachmentBounds bounds{.count = call.limits[Limit::attachments_of_ticket],
                                .bytes = call.limits[Limit::attached_bytes_of_ticket]};
  const auto may = look(here, call.caller, permission, [&](const Look& rows) -> Outcome<bool> {
    if (auto no = refusal_of_file(rows.rows, rows.scope(), ticket, file, bounds)) return *no;
    return true;
  });
  if (!may) return refusal_response(call, may.error());
  const BlobPlan plan = keep_chunks(here, call.request.body);
  Response response =
      answer_creation(here, call, permission, [&](Desk& desk) -> Outcome<AnswerBody> {
        keep_missing_chunks(desk.rows(), plan, std::as_bytes(std::span{call.request.body}));
        auto view = attach(desk, ticket, file, plan, bounds);
        if (!view) return view.error();
        return body_of(*view);
      });
  for (auto& [name, value] : response.fields) {
    if (name == "Location") value = "/api/attachments" + value.substr(value.rfind('/'));
  }
  return response;
}

Route attaching_route(Installation& here) {
  const RouteHead head{
      .pattern = "/api/tickets/{reference}/attachments",
      .permission = Permission::write_tickets,
      .refusals = {file_name_malformed, file_type_malformed, file_empty, attachments_full},
      .summary = "Attaches a file: the body is the file, byte for byte."};
  Route route = route_of(head, Method::post);
  route.most_body = Limit::attachment_bytes;
  route.query = query_shape_of<FileNamed>();
  route.takes = {.title = {}, .media_type = "application/octet-stream"};
  route.gives = shape_of<AttachmentView>();
  route.status = 201;
  route.tells_version = true;
  route.is_repeatable = true;
  route.answer = [&here, permission = head.permission](const Call& call) {
    return attach_file(here, call, permission);
  };
  return route;
}

/// As a download that no browser shows or runs, whatever its bytes are.
Response download_of(AttachedFile file) {
  Response response{.media_type = "application/octet-stream", .body = std::move(file.bytes)};
  response.fields.emplace_back("Content-Disposition", disposition_of(file.name));
  response.fields.emplace_back("Content-Security-Policy", "sandbox; default-src 'none'");
  return response;
}

Route file_route(Installation& here) {
  const RouteHead head{.pattern = "/api/attachments/{reference}/file",
                       .permission = Permission::read_tickets,
                       .refusals = {attachment_gone},
                       .summary = "The file itself, to be kept and not to be shown."};
  Route route = route_of(head, Method::get);
  route.gives = {.title = {}, .media_type = "application/octet-stream"};
  route.answer = [&here, permission = head.permission](const Call& call) {
    auto file = look(here, call.caller, permission, [&](const Look& rows) {
      return attached_file(rows, call.in_path("reference"));
    });
    if (!file) return refusal_response(call, file.error());
    return download_of(*std::move(file));
  };
  return route;
}

}  // namespace

std::string disposition_of(std::string_view name) {
  constexpr std::string_view digits = "0123456789ABCDEF";
  std::string plain;
  std::string escaped;
  for (const char c : name) {
    const auto byte = static_cast<unsigned char>(c);
    const bool is_safe = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
                         (c >= '0' && c <= '9') || c == '.' || c == '-' || c == '_';
    plain += is_safe || c == ' ' ? c : '_';
    if (is_safe) {
      escaped += c;
    } else {
      escaped += '%';
      escaped += digits[byte >> 4U];
      escaped += digits[byte & 15U];
    }
  }
  return "attachment; filename=\"" + plain + "\"; filename*=UTF-8''" + escaped;
}

std::vector<Route> attachment_routes(Installation& here) {
  return {
      attaching_route(here),
      lists_of(here,
               {.pattern = "/api/tickets/{reference}/attachments",
                .permission = Permission::read_tickets,
                .refusals = {cursor_unknown},
                .summary = "What is attached to a ticket, in the order in which it came."},
               attachments_of),
      reads(here,
            {.pattern = "/api/attachments/{reference}",
             .permission = Permission::read_tickets,
             .refusals = {},
             .summary = "What is said of an attachment."},
            attachment),
      file_route(here),
      acts_on<RemoveAttachment, AttachmentView>(
          here,
          {.pattern = "/api/attachments/{reference}/removal",
           .permission = Permission::act_for_provider,
           .refusals = {not_found, version_changed, note_missing, attachment_gone},
           .summary = "Takes away the name and the bytes of an attachment; its line stays."},
          remove_attachment),
  };
}

}  // namespace vigie
