#include "notation/stream/encoding.h"

#include <cstring>

namespace vigie {

namespace {

constexpr char32_t replacement = 0xFFFD;
constexpr std::string_view utf8_mark = "\xEF\xBB\xBF";

/// Windows-1252 from 0x80 to 0x9F; 0 stands for bytes that it leaves undefined.
/// Source: WHATWG Encoding Standard, index windows-1252, which keeps C1 controls there.
constexpr char16_t windows_1252_high[32] = {
    0x20AC, 0,      0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
    0x2039, 0x0152, 0,      0x017D, 0,      0,      0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
    0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0,      0x017E, 0x0178};

/// Length of the well-formed character that begins `text`, or 0.
std::size_t character_length(std::string_view text) {
  const auto byte = [&](std::size_t i) -> unsigned {
    return i < text.size() ? static_cast<unsigned char>(text[i]) : 0U;
  };
  const auto continues = [&](std::size_t i) { return (byte(i) & 0xC0U) == 0x80U; };
  const unsigned lead = byte(0);
  if (lead < 0x80) return 1;
  if (lead >= 0xC2 && lead <= 0xDF) return continues(1) ? 2 : 0;
  if (lead >= 0xE0 && lead <= 0xEF) {
    const bool is_overlong = lead == 0xE0 && byte(1) < 0xA0;
    const bool is_surrogate = lead == 0xED && byte(1) > 0x9F;
    return continues(1) && continues(2) && !is_overlong && !is_surrogate ? 3 : 0;
  }
  if (lead >= 0xF0 && lead <= 0xF4) {
    const bool is_overlong = lead == 0xF0 && byte(1) < 0x90;
    const bool is_beyond = lead == 0xF4 && byte(1) > 0x8F;
    return continues(1) && continues(2) && continues(3) && !is_overlong && !is_beyond ? 4 : 0;
  }
  return 0;
}

/// Number of leading bytes below 0x80, eight at a time.
std::size_t ascii_prefix(std::string_view text) {
  std::size_t i = 0;
  for (; i + 8 <= text.size(); i += 8) {
    std::uint64_t eight = 0;
    std::memcpy(&eight, text.data() + i, 8);
    if ((eight & 0x8080808080808080U) != 0) break;
  }
  while (i < text.size() && static_cast<unsigned char>(text[i]) < 0x80) ++i;
  return i;
}

}  // namespace

void append_utf8(std::string& text, char32_t character) {
  const bool is_surrogate = character >= 0xD800 && character <= 0xDFFF;
  if (character > 0x10FFFF || is_surrogate) character = replacement;
  const auto add = [&](char32_t byte) { text += static_cast<char>(byte); };
  if (character < 0x80) {
    add(character);
  } else if (character < 0x800) {
    add(0xC0 | character >> 6);
    add(0x80 | (character & 0x3F));
  } else if (character < 0x10000) {
    add(0xE0 | character >> 12);
    add(0x80 | (character >> 6 & 0x3F));
    add(0x80 | (character & 0x3F));
  } else {
    add(0xF0 | character >> 18);
    add(0x80 | (character >> 12 & 0x3F));
    add(0x80 | (character >> 6 & 0x3F));
    add(0x80 | (character & 0x3F));
  }
}

bool is_valid_utf8(std::string_view text) {
  while (true) {
    text.remove_prefix(ascii_prefix(text));
    if (text.empty()) return true;
    const std::size_t length = character_length(text);
    if (length == 0) return false;
    text.remove_prefix(length);
  }
}

std::string make_valid_utf8(std::string_view text) {
  std::string valid;
  while (!text.empty()) {
    const std::size_t length = character_length(text);
    if (length == 0) {
      append_utf8(valid, replacement);
    } else {
      valid.append(text.substr(0, length));
    }
    text.remove_prefix(length == 0 ? 1 : length);
  }
  return valid;
}

std::string_view Decoder::decode(std::string_view piece) {
  if (encoding_ == Encoding::utf_8) return decode_utf8(piece);
  decoded_.clear();
  if (encoding_ == Encoding::utf_16le || encoding_ == Encoding::utf_16be) {
    decode_utf16(piece);
  } else {
    decode_single_bytes(piece);
  }
  return decoded_;
}

std::string_view Decoder::decode_utf8(std::string_view piece) {
  if (is_past_beginning_) return piece;
  held_back_ += piece;
  const bool may_be_mark = utf8_mark.starts_with(held_back_) && !piece.empty();
  if (may_be_mark && held_back_.size() < utf8_mark.size()) return {};
  is_past_beginning_ = true;
  decoded_ = held_back_.substr(held_back_.starts_with(utf8_mark) ? utf8_mark.size() : 0);
  return decoded_;
}

void Decoder::decode_single_bytes(std::string_view piece) {
  for (const char raw : piece) {
    const auto byte = static_cast<unsigned char>(raw);
    char32_t character = byte;
    if (encoding_ == Encoding::windows_1252 && byte >= 0x80 && byte < 0xA0) {
      const char16_t meant = windows_1252_high[byte - 0x80];
      if (meant != 0) character = meant;
    }
    append_utf8(decoded_, character);
  }
}

void Decoder::decode_utf16(std::string_view piece) {
  const bool is_end = piece.empty();
  held_back_ += piece;
  const std::string bytes = std::move(held_back_);
  held_back_.clear();
  std::size_t i = 0;
  for (; i + 2 <= bytes.size(); i += 2) {
    const auto low = static_cast<unsigned char>(bytes[i]);
    const auto high = static_cast<unsigned char>(bytes[i + 1]);
    if (!is_past_beginning_) {
      is_past_beginning_ = true;
      const bool marks_little = low == 0xFF && high == 0xFE;
      const bool marks_big = low == 0xFE && high == 0xFF;
      if (marks_little || marks_big) {
        encoding_ = marks_little ? Encoding::utf_16le : Encoding::utf_16be;
        continue;
      }
    }
    const unsigned unit = encoding_ == Encoding::utf_16le ? low | high << 8U
                                                          : high | static_cast<unsigned>(low) << 8U;
    take_unit(static_cast<char16_t>(unit));
  }
  if (i < bytes.size()) held_back_ = bytes.substr(i);
  if (is_end && (high_surrogate_ != 0 || !held_back_.empty())) append_utf8(decoded_, replacement);
}

void Decoder::take_unit(char16_t unit) {
  const bool is_high = unit >= 0xD800 && unit <= 0xDBFF;
  const bool is_low = unit >= 0xDC00 && unit <= 0xDFFF;
  if (high_surrogate_ != 0 && is_low) {
    append_utf8(decoded_, 0x10000U + ((static_cast<char32_t>(high_surrogate_) - 0xD800U) << 10U) +
                              (static_cast<char32_t>(unit) - 0xDC00U));
    high_surrogate_ = 0;
    return;
  }
  if (high_surrogate_ != 0) append_utf8(decoded_, replacement);
  high_surrogate_ = is_high ? unit : char16_t{0};
  if (!is_high) append_utf8(decoded_, unit);
}

}  // namespace vigie
