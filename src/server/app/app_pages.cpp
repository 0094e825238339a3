#include "server/app/app_pages.h"

#include <algorithm>
#include <string>
#include <vector>

#include "server/app/app_files.h"
#include "server/transport/response_fit.h"

namespace vigie {

namespace {

/// What runs, looks and is shown there is of this program; it talks to nobody else, and nobody
/// shows it within a page of theirs.
constexpr std::string_view policy =
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; "
    "font-src 'self'; connect-src 'self'; worker-src 'self'; base-uri 'none'; form-action 'self'; "
    "frame-ancestors 'none'";

const AppFile* file_at(std::string_view path) {
  const auto files = app_files();
  const auto found = std::find_if(files.begin(), files.end(),
                                  [&](const AppFile& file) { return file.path == path; });
  return found == files.end() ? nullptr : &*found;
}

bool is_of_api(std::string_view path) {
  const auto begins = [&](std::string_view room) {
    return path == room || (path.starts_with(room) && path[room.size()] == '/');
  };
  return begins("/api") || begins("/reference");
}

/// Whether a file was meant, not a page.
bool names_file(std::string_view path) {
  return path.starts_with("/assets/") || path == "/favicon.ico" || path == "/robots.txt";
}

/// The bytes in the best form that the browser takes.
void put_bytes(const Request& request, const AppFile& file, Response& response) {
  const Coding coding = best_coding(request.fields.of("accept-encoding"));
  if (file.gzip.size != 0) response.fields.emplace_back("Vary", "Accept-Encoding");
  if (coding == Coding::brotli && file.brotli.size != 0) {
    response.fields.emplace_back("Content-Encoding", "br");
    response.entity_tag = std::string{file.tag} + "-br";
    response.body = app_bytes(file.brotli);
  } else if (coding != Coding::identity && file.gzip.size != 0) {
    response.fields.emplace_back("Content-Encoding", "gzip");
    response.entity_tag = std::string{file.tag} + "-gzip";
    response.body = app_bytes(file.gzip);
  } else {
    response.entity_tag = file.tag;
    response.body = app_bytes(file.plain);
  }
}

}  // namespace

std::optional<Response> app_page(const Request& request) {
  if (request.method != Method::get && request.method != Method::head) return std::nullopt;
  if (is_of_api(request.path)) return std::nullopt;
  const AppFile* file = file_at(request.path);
  if (file == nullptr && !names_file(request.path)) file = file_at("/index.html");
  if (file == nullptr) return std::nullopt;
  Response response{.media_type = file->media_type};
  put_bytes(request, *file, response);
  constexpr std::string_view for_ever = "public, max-age=31536000, immutable";
  response.fields.emplace_back("Cache-Control", file->is_for_ever ? for_ever : "no-cache");
  response.fields.emplace_back("Referrer-Policy", "same-origin");
  if (file->media_type.starts_with("text/html")) {
    response.fields.emplace_back("Content-Security-Policy", policy);
    response.fields.emplace_back("Cross-Origin-Opener-Policy", "same-origin");
  }
  return response;
}

}  // namespace vigie
