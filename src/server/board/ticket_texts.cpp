#include "server/board/ticket_texts.h"

#include <algorithm>

#include "engine/base/require.h"
#include "notation/json/json_fields.h"

namespace vigie {

namespace {

constexpr std::string_view field_name = R"("as_of":)";

}  // namespace

// Quotes within a text are escaped, so the name with its own quotes is found nowhere else.
TicketText::TicketText(const BoardTicket& ticket)
    : from_{Instant::min()}, until_{Instant::max()}, is_ended_{ticket.view.ended_at.has_value()} {
  JsonWriter json;
  write_fields(json, ticket.view);
  const std::string text = json.take();
  const std::size_t name = text.find(field_name);
  ensure(name != std::string::npos, "a ticket says of which instant it is told");
  const std::size_t begin = name + field_name.size();
  before_ = text.substr(0, begin);
  after_ = text.substr(text.find('"', begin + 1) + 1);
  // A target is passed after its instant, not at it.
  for (const Instant turn : ticket.turns) {
    if (turn >= ticket.view.as_of) {
      until_ = std::min(until_, turn);
    } else {
      from_ = std::max(from_, turn + Duration{1});
    }
  }
}

void TicketText::append_to(std::string& json, std::string_view as_of) const {
  json.append(before_).append(as_of).append(after_);
}

SharedTicketText TicketTexts::kept(const BoardItem& item, Instant as_of) const {
  const auto found = kept_.find(item.key.value);
  if (found == kept_.end() || found->second.touched != item.touched) return nullptr;
  return found->second.text->holds_at(as_of) ? found->second.text : nullptr;
}

void TicketTexts::keep(const BoardItem& item, SharedTicketText text) {
  if (kept_.size() >= most_) kept_.clear();
  kept_.insert_or_assign(item.key.value, Kept{.touched = item.touched, .text = std::move(text)});
}

std::vector<SharedTicketText> TicketTexts::of(const std::vector<BoardItem>& items, Instant as_of) {
  std::vector<SharedTicketText> texts(items.size());
  std::vector<BoardItem> missing;
  {
    const std::scoped_lock lock{mutex_};
    for (std::size_t i = 0; i < items.size(); ++i) {
      texts[i] = kept(items[i], as_of);
      if (texts[i] == nullptr) missing.push_back(items[i]);
    }
  }
  if (missing.empty()) return texts;
  const std::vector<BoardTicket> read = board_.read(missing, as_of, chain_);
  auto next = read.begin();
  const std::scoped_lock lock{mutex_};
  for (SharedTicketText& text : texts) {
    if (text != nullptr) continue;
    text = std::make_shared<const TicketText>(*next);
    keep(next->item, text);
    ++next;
  }
  return texts;
}

}  // namespace vigie
