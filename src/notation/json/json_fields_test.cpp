#include "notation/json/json_fields.h"

#include <gmock/gmock.h>

namespace vigie {
namespace {

struct Line {
  std::string label;
  Money price;
};

struct Sheet {
  std::string name;
  std::int64_t count = 0;
  bool is_open = false;
  Instant at{};
  CivilDay on{};
  std::optional<std::string> note;
  std::vector<Line> lines;
};

}  // namespace

template <>
inline constexpr std::string_view title_of<Line> = "Line";
template <>
inline constexpr auto fields_of<Line> = std::tuple{
    field("label", &Line::label, "What it is."),
    field("price", &Line::price, "What it costs."),
};
template <>
inline constexpr auto fields_of<Sheet> = std::tuple{
    field("name", &Sheet::name, "Its name.", AtMost{8}),
    field("count", &Sheet::count, "How many."),
    field("is_open", &Sheet::is_open, "Whether it is."),
    field("at", &Sheet::at, "When."),
    field("on", &Sheet::on, "Which day."),
    field("note", &Sheet::note, "More."),
    field("lines", &Sheet::lines, "Line by line.", AtMost{2}),
};

namespace {

using testing::ElementsAre;
using testing::HasSubstr;

const std::string whole =
    R"({"name":"Été 8888","count":-9223372036854775808,"is_open":true,)"
    R"("at":"2026-03-02T15:30:00Z","on":"2026-03-02",)"
    R"("lines":[{"label":"\"a\"\n","price":{"amount_minor":-5,"currency":"EUR"}}]})";

// `whole` with `now` in place of `before`.
std::string with(const std::string& before, const std::string& now) {
  std::string text = whole;
  const std::size_t at = text.find(before);
  EXPECT_NE(at, std::string::npos) << before;
  return text.replace(at, before.size(), now);
}

// "pointer code" of what is wrong with `text`.
std::vector<std::string> faults_in(const std::string& text, const JsonBounds& bounds = {}) {
  JsonRoad road{bounds};
  const auto read = read_json<Sheet>(text, road);
  EXPECT_NE(read.has_value(), !road.faults().empty());
  std::vector<std::string> faults;
  for (const JsonFault& fault : road.faults()) {
    faults.push_back(fault.pointer + " " + std::string{key_of(fault.kind)});
    for (const Language language : {Language::en, Language::fr}) {
      EXPECT_EQ(message_of(fault, language).find("{name}"), std::string::npos);
    }
  }
  return faults;
}

TEST(JsonFields, what_is_read_is_written_the_same) {
  JsonRoad road;
  const auto sheet = read_json<Sheet>(whole, road);
  ASSERT_TRUE(sheet.has_value());
  JsonWriter json;
  write_fields(json, *sheet);
  EXPECT_EQ(json.take(), whole);
}

TEST(JsonFields, each_fault_has_its_code_and_its_place) {
  const struct {
    std::string text;
    const char* fault;
  } cases[] = {
      {with("\"Été 8888\"", "7"), "/name not_a_text"},
      {with("\"Été 8888\"", "\"a\\u0000b\""), "/name not_a_text"},
      {with("\"Été 8888\"", "null"), "/name not_a_text"},
      {with("-9223372036854775808", "1.5"), "/count not_a_whole_number"},
      {with("-9223372036854775808", "1.0"), "/count not_a_whole_number"},
      {with("-9223372036854775808", "9223372036854775808"), "/count not_a_whole_number"},
      {with("-9223372036854775808", "1e3"), "/count not_a_whole_number"},
      {with("-9223372036854775808", "\"1\""), "/count not_a_whole_number"},
      {with("true", "\"true\""), "/is_open not_a_truth"},
      {with("2026-03-02T15:30:00Z", "2026-03-02"), "/at not_an_instant"},
      {with("2026-03-02T15:30:00Z", "1066-10-14T09:00:00Z"), "/at not_an_instant"},
      {with("\"2026-03-02\"", "\"2026-02-30\""), "/on not_a_day"},
      {with("[{\"label\":\"\\\"a\\\"\\n\",\"price\":{\"amount_minor\":-5,\"currency\":\"EUR\"}}]",
            "[3]"),
       "/lines/0 not_an_object"},
      {with("EUR", "DUCAT"), "/lines/0/price/currency not_of_the_list"},
      {with("\"count\":-9223372036854775808,", ""), " member_missing"},
      {with("\"name\"", "\"nam/e\":1,\"name\""), " member_unknown"},
      {with("\"name\"", "\"name\":\"b\",\"name\""), " member_twice"},
      {"[]", " not_an_object"},
  };
  for (const auto& one : cases) {
    EXPECT_THAT(faults_in(one.text), ElementsAre(one.fault)) << one.text;
  }
  EXPECT_THAT(faults_in(with("\"lines\":[", "\"lines\":{},\"x\":[")),
              ElementsAre("/lines not_a_list", " member_unknown"));
}

TEST(JsonFields, what_is_too_long_is_refused_by_the_field_s_limit_and_by_that_of_all) {
  EXPECT_THAT(faults_in(with("Été 8888", "123456789")), ElementsAre("/name text_too_long"));
  EXPECT_THAT(faults_in(with("Été 8888", "éééééééé")), ElementsAre()) << "characters, not bytes";
  EXPECT_THAT(faults_in(whole, {.items = 1'000, .characters = 4}),
              ElementsAre("/name text_too_long"));
  const std::string line = R"({"label":"b","price":{"amount_minor":1,"currency":"EUR"}})";
  EXPECT_THAT(faults_in(with("\"lines\":[", "\"lines\":[" + line + ",")), ElementsAre());
  EXPECT_THAT(faults_in(with("\"lines\":[", "\"lines\":[" + line + "," + line + ",")),
              ElementsAre("/lines list_too_long"));
  EXPECT_THAT(faults_in(with("\"lines\":[", "\"lines\":[" + line + ","), {.items = 1}),
              ElementsAre("/lines list_too_long"));
}

TEST(JsonFields, what_is_not_json_is_said_to_be_none) {
  const std::string deep = std::string(33, '[') + std::string(33, ']');
  for (const std::string& text :
       {std::string{}, std::string{"{"}, deep, with("Été", "\xC3("), with("Été", "\xED\xA0\x80"),
        with("Été", "\\ud800"), with("Été", "\\udc00\\ud800"), with("Été", "a\nb"),
        with("true", "True"), whole + "x", with("\"name\"", "// x\n\"name\""),
        std::string{"\xEF\xBB\xBF"} + whole, with("-9223372036854775808", "NaN"),
        with("-9223372036854775808", "01"), with("EUR\"}}]", "EUR\"}},]"),
        whole + std::string(1, '\0')}) {
    EXPECT_THAT(faults_in(text), ElementsAre(" not_json")) << text;
  }
}

TEST(JsonFields, a_long_name_is_cut_where_it_is_told) {
  EXPECT_EQ(told_name("nom"), "nom");
  std::string long_name;
  for (int i = 0; i < 60; ++i) long_name += "é";
  EXPECT_EQ(told_name(long_name), long_name);
  EXPECT_EQ(told_name(long_name + "é"), long_name + "…");
}

TEST(JsonFields, twenty_faults_are_enough) {
  std::string text = "{";
  for (int i = 0; i < 100; ++i) text += "\"x" + std::to_string(i) + "\":0,";
  text.back() = '}';
  EXPECT_EQ(faults_in(text).size(), 20U);
}

TEST(JsonFields, a_schema_tells_members_bounds_and_what_is_within) {
  JsonWriter bounded;
  write_schema<Sheet>(bounded, {.items = 1'000, .characters = 500});
  const std::string text = bounded.take();
  EXPECT_THAT(text,
              HasSubstr(R"("name":{"description":"Its name.","type":"string","maxLength":8})"));
  EXPECT_THAT(text, HasSubstr(R"("note":{"description":"More.","type":"string","maxLength":500})"));
  EXPECT_THAT(text, HasSubstr(R"("maxItems":2,"items":{"$ref":"#/components/schemas/Line"})"));
  EXPECT_THAT(text, HasSubstr(R"("required":["name","count","is_open","at","on","lines"])"));
  JsonWriter free;
  write_schema<Sheet>(free, {.items = 0, .characters = 0});
  EXPECT_EQ(free.take().find("max"), std::string::npos);
  NamedSchemas named;
  add_schemas<Sheet>(named);
  EXPECT_EQ(named.size(), 1U);
  EXPECT_TRUE(named.contains("Line"));
}

}  // namespace
}  // namespace vigie
