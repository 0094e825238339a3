#include "server/transport/chunked_body.h"

#include <algorithm>

namespace vigie {

namespace {

int hexadecimal(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  if (c >= 'A' && c <= 'F') return c - 'A' + 10;
  return -1;
}

bool is_control(char c) {
  return c != '\t' && (static_cast<unsigned char>(c) < 0x20U || c == 0x7F);
}

}  // namespace

std::size_t ChunkedBody::take(std::string_view bytes, std::string& body) {
  std::size_t taken = 0;
  while (taken < bytes.size() && !refusal_ && !is_complete()) {
    if (stage_ == Stage::content) {
      const auto part =
          static_cast<std::size_t>(std::min<std::uint64_t>(left_, bytes.size() - taken));
      body.append(bytes.substr(taken, part));
      taken += part;
      left_ -= part;
      if (left_ == 0) stage_ = Stage::end_of_content;
    } else if (stage_ <= Stage::end_of_size) {
      read_size(bytes[taken++]);
    } else {
      read_end(bytes[taken++]);
    }
  }
  return taken;
}

void ChunkedBody::want(char c, char wanted, Stage next) {
  if (c == wanted) {
    stage_ = next;
  } else {
    refusal_ = Refusal::malformed_body;
  }
}

void ChunkedBody::begin_size() {
  left_ = 0;
  digits_ = 0;
}

void ChunkedBody::spend_trailer() {
  if (trailer_room_-- == 0) refusal_ = Refusal::header_too_large;
}

void ChunkedBody::read_size(char c) {
  constexpr int most_digits = 8;
  if (stage_ == Stage::end_of_size) {
    if (left_ > room_) refusal_ = Refusal::body_too_large;
    room_ -= std::min<std::uint64_t>(left_, room_);
    return want(c, '\n', left_ == 0 ? Stage::trailer_begins : Stage::content);
  }
  if (stage_ == Stage::extension) {
    spend_trailer();
    if (c == '\r') stage_ = Stage::end_of_size;
    if (c != '\r' && is_control(c)) refusal_ = Refusal::malformed_body;
    return;
  }
  if (const int digit = hexadecimal(c); digit >= 0) {
    if (stage_ == Stage::first_digit) begin_size();
    stage_ = Stage::digits;
    left_ = left_ * 16 + static_cast<std::uint64_t>(digit);
    if (++digits_ > most_digits) refusal_ = Refusal::malformed_body;
    return;
  }
  if (stage_ == Stage::first_digit) {
    refusal_ = Refusal::malformed_body;
  } else if (c == ';') {
    stage_ = Stage::extension;
  } else {
    want(c, '\r', Stage::end_of_size);
  }
}

void ChunkedBody::read_end(char c) {
  switch (stage_) {
    case Stage::end_of_content:
      return want(c, '\r', Stage::feed_of_content);
    case Stage::feed_of_content:
      return want(c, '\n', Stage::first_digit);
    case Stage::trailer_begins:
      spend_trailer();
      if (c == ' ' || c == '\t' || c == ':') refusal_ = Refusal::malformed_body;
      stage_ = c == '\r' ? Stage::last_feed : Stage::trailer;
      if (c != '\r' && is_control(c)) refusal_ = Refusal::malformed_body;
      return;
    case Stage::trailer:
      spend_trailer();
      if (c == '\r') stage_ = Stage::end_of_trailer;
      if (c != '\r' && is_control(c)) refusal_ = Refusal::malformed_body;
      return;
    case Stage::end_of_trailer:
      return want(c, '\n', Stage::trailer_begins);
    default:
      return want(c, '\n', Stage::complete);
  }
}

}  // namespace vigie
