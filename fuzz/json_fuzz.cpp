// Bodies of any bytes: either faults, or a struct that is written and read again without loss.
#include <optional>

#include "notation/json/json_fields.h"
#include "notation/json/json_layout.h"
#include "target.h"
#include "vocabulary/platform.h"

namespace vigie {

namespace {

struct Item {
  std::string label;
  std::optional<Money> price;
  std::vector<std::int64_t> numbers;
};

struct Body {
  std::optional<std::string> name;
  std::optional<std::int64_t> count;
  std::optional<bool> is_open;
  std::optional<Instant> at;
  std::optional<CivilDay> on;
  std::optional<PartyKind> kind;
  std::optional<std::vector<Item>> items;
};

}  // namespace

template <>
inline constexpr auto fields_of<Item> = std::tuple{
    field("label", &Item::label, "A text.", AtMost{20}),
    field("price", &Item::price, "Money."),
    field("numbers", &Item::numbers, "A list of numbers.", AtMost{5}),
};
template <>
inline constexpr auto fields_of<Body> = std::tuple{
    field("name", &Body::name, "A text."),
    field("count", &Body::count, "A number."),
    field("is_open", &Body::is_open, "A truth."),
    field("at", &Body::at, "An instant."),
    field("on", &Body::on, "A day."),
    field("kind", &Body::kind, "A word."),
    field("items", &Body::items, "A list of structs."),
};

namespace {

std::string written(const Body& body) {
  JsonWriter json;
  write_fields(json, body);
  return json.take();
}

std::optional<Body> read(std::string_view text) {
  JsonRoad road{JsonBounds{.items = 20, .characters = 200}};
  std::optional<Body> body = read_json<Body>(text, road);
  must(body.has_value() == road.faults().empty(), "a body, or faults");
  for (const JsonFault& fault : road.faults()) {
    must(!message_of(fault, Language::fr).empty(), "each fault has its sentence");
    must(fault.pointer.empty() || fault.pointer.front() == '/', "a pointer of RFC 6901");
  }
  return body;
}

}  // namespace

void try_bytes(std::string_view bytes) {
  const auto body = read(bytes);
  if (!body) return;
  const std::string once = written(*body);
  const auto again = read(once);
  must(again.has_value(), "what is written is read");
  must(written(*again) == once, "written, read and written is the same");
  const auto laid = read(laid_out(once));
  must(laid.has_value() && written(*laid) == once, "layout changes nothing");
  const auto as_sent = read(laid_out(bytes));
  must(as_sent.has_value() && written(*as_sent) == once, "nor that of what was sent");
}

}  // namespace vigie
