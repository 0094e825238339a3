#include "server/transport/response_fit.h"

#include <brotli/encode.h>
#include <zlib.h>

#include <algorithm>
#include <optional>

#include "engine/base/digest.h"
#include "server/transport/weight.h"

namespace vigie {

namespace {

constexpr std::size_t least_compressed = 1'024;  // smaller fits one packet anyway

std::optional<std::string> with_gzip(std::string_view text) {
  z_stream stream{};
  constexpr int level = 5;
  constexpr int window_of_gzip = 15 + 16;
  constexpr int memory = 8;
  if (deflateInit2(&stream, level, Z_DEFLATED, window_of_gzip, memory, Z_DEFAULT_STRATEGY) !=
      Z_OK) {
    return std::nullopt;
  }
  std::string packed(deflateBound(&stream, static_cast<uLong>(text.size())), '\0');
  stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(text.data()));
  stream.avail_in = static_cast<uInt>(text.size());
  stream.next_out = reinterpret_cast<Bytef*>(packed.data());
  stream.avail_out = static_cast<uInt>(packed.size());
  const int ended = deflate(&stream, Z_FINISH);
  packed.resize(stream.total_out);
  deflateEnd(&stream);
  if (ended != Z_STREAM_END) return std::nullopt;
  return packed;
}

std::optional<std::string> with_brotli(std::string_view text) {
  constexpr int quality = 4;
  std::string packed(BrotliEncoderMaxCompressedSize(text.size()), '\0');
  std::size_t size = packed.size();
  if (BrotliEncoderCompress(quality, BROTLI_DEFAULT_WINDOW, BROTLI_MODE_TEXT, text.size(),
                            reinterpret_cast<const std::uint8_t*>(text.data()), &size,
                            reinterpret_cast<std::uint8_t*>(packed.data())) != BROTLI_TRUE) {
    return std::nullopt;
  }
  packed.resize(size);
  return packed;
}

bool is_text(std::string_view media_type) {
  return media_type.starts_with("text/") || media_type.find("json") != std::string_view::npos ||
         media_type.find("yaml") != std::string_view::npos;
}

/// Whether it came in a form that browsers know how to undo.
bool is_coded(const Response& response) {
  return std::any_of(response.fields.begin(), response.fields.end(), [](const auto& field) {
    return is_same_word(field.first, "Content-Encoding");
  });
}

void compress(const Request& request, Response& response) {
  constexpr std::size_t most = std::size_t{64} << 20U;  // larger is sent as it is
  const std::size_t size = response.body.size();
  if (response.stream || size < least_compressed || size > most) return;
  if (!is_text(response.media_type) || is_coded(response)) return;
  response.fields.emplace_back("Vary", "Accept-Encoding");
  const Coding coding = best_coding(request.fields.of("accept-encoding"));
  if (coding == Coding::identity) return;
  auto packed = coding == Coding::brotli ? with_brotli(response.body) : with_gzip(response.body);
  if (!packed || packed->size() >= size) return;
  response.body = std::move(*packed);
  const std::string_view name = coding == Coding::brotli ? "br" : "gzip";
  response.fields.emplace_back("Content-Encoding", name);
  if (!response.entity_tag.empty()) response.entity_tag.append("-").append(name);
}

}  // namespace

std::string entity_tag_of(std::string_view bytes) {
  constexpr std::size_t enough = 22;
  return digest_of(bytes).substr(0, enough);
}

bool names_entity_tag(std::string_view list, std::string_view entity_tag) {
  bool is_named = false;
  for_each_item(list, [&](std::string_view item) {
    if (item == "*") is_named = true;
    if (item.starts_with("W/")) item.remove_prefix(2);
    if (item.size() < 2 || item.front() != '"' || item.back() != '"') return;
    item = item.substr(1, item.size() - 2);
    if (!item.starts_with(entity_tag)) return;
    // Bytes differ by coding, and so do tags; the state that they tell of is the same.
    const std::string_view coding = item.substr(entity_tag.size());
    is_named = is_named || coding.empty() || coding == "-br" || coding == "-gzip";
  });
  return is_named;
}

Coding best_coding(std::string_view accept_encoding) {
  int of_any = -1;
  int of_gzip = -1;
  int of_brotli = -1;
  for_each_item(accept_encoding, [&](std::string_view item) {
    const Weighed weighed = weighed_item(item);
    if (is_same_word(weighed.name, "gzip") || is_same_word(weighed.name, "x-gzip")) {
      of_gzip = weighed.weight;
    } else if (is_same_word(weighed.name, "br")) {
      of_brotli = weighed.weight;
    } else if (weighed.name == "*") {
      of_any = weighed.weight;
    }
  });
  if (of_gzip < 0) of_gzip = of_any;
  if (of_brotli < 0) of_brotli = of_any;
  if (of_brotli > 0 && of_brotli >= of_gzip) return Coding::brotli;
  return of_gzip > 0 ? Coding::gzip : Coding::identity;
}

void fit_response(const Request& request, Response& response) {
  const bool reads = request.method == Method::get || request.method == Method::head;
  if (reads && response.status == 200 && !response.entity_tag.empty() &&
      names_entity_tag(request.fields.of("if-none-match"), response.entity_tag)) {
    response.status = 304;
    response.body.clear();
    return;
  }
  compress(request, response);
}

}  // namespace vigie
