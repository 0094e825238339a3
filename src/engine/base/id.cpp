#include "engine/base/id.h"

#include <algorithm>
#include <cstring>

#include "vocabulary/ticket.h"

namespace vigie {

namespace {

constexpr std::size_t chunk_size = std::size_t{1} << 16;

}  // namespace

Names::Names() {
  texts_.emplace_back();
  for (const Word& role : Vocabulary<Role>::words) intern_text(role.key);
}

Names::Names(const NameColumns& stored, std::shared_ptr<const void> owner)
    : stored_(stored), owner_(std::move(owner)) {}

std::uint32_t Names::intern_text(std::string_view text) {
  if (const std::uint32_t known = find_text(text); known != 0 || text.empty()) return known;
  if (2 * (texts_.size() + 1) > slots_.size()) grow();
  const std::uint32_t id = size();
  texts_.push_back(keep(text));
  slots_[place_of(text)] = id;
  return id;
}

std::uint32_t Names::find_text(std::string_view text) const {
  if (const std::uint32_t known = stored_.find(text); known != 0) return known;
  return slots_.empty() ? 0 : slots_[place_of(text)];
}

/// Where `text` stands among the slots, or the empty one where it would.
std::size_t Names::place_of(std::string_view text) const {
  const std::size_t mask = slots_.size() - 1;
  std::size_t place = name_digest(text) & mask;
  while (slots_[place] != 0 && text_of(slots_[place]) != text) place = (place + 1) & mask;
  return place;
}

void Names::grow() {
  slots_.assign(slots_for(2 * texts_.size()), 0);
  for (std::size_t i = 0; i < texts_.size(); ++i) {
    const auto id = stored_.size() + static_cast<std::uint32_t>(i);
    if (id != 0) slots_[place_of(texts_[i])] = id;
  }
}

std::string_view Names::keep(std::string_view text) {
  if (text.size() > room_) {
    room_ = std::max(chunk_size, text.size());
    chunks_.push_back(std::make_unique<char[]>(room_));  // NOLINT: bytes, filled once
  }
  const std::size_t size = std::max(chunk_size, text.size());
  char* const place = chunks_.back().get() + (size - room_);
  std::memcpy(place, text.data(), text.size());
  room_ -= text.size();
  return {place, text.size()};
}

NameTable Names::table() const {
  NameTable table;
  table.slots.assign(slots_for(size()), 0);
  const std::size_t mask = table.slots.size() - 1;
  for (std::uint32_t id = 0; id < size(); ++id) {
    const std::string_view text = text_of(id);
    table.begins.push_back(static_cast<std::uint32_t>(table.bytes.size()));
    table.bytes.insert(table.bytes.end(), text.begin(), text.end());
    if (id == 0) continue;
    std::size_t place = name_digest(text) & mask;
    while (table.slots[place] != 0) place = (place + 1) & mask;
    table.slots[place] = id;
  }
  table.begins.push_back(static_cast<std::uint32_t>(table.bytes.size()));
  return table;
}

}  // namespace vigie
