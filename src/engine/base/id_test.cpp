#include "engine/base/id.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace vigie {
namespace {

struct Thing;

std::vector<std::string> many_texts() {
  std::vector<std::string> texts;
  for (int i = 0; i < 5000; ++i) texts.push_back("INC" + std::to_string(i * 7919));
  texts.push_back(std::string(200'000, 'x'));  // longer than a chunk
  texts.push_back(std::string("a\0b", 3));
  return texts;
}

TEST(Names, give_each_text_one_number_and_its_text_back) {
  Names names;
  std::vector<Id<Thing>> ids;
  for (const auto& text : many_texts()) ids.push_back(names.intern<Thing>(text));
  const std::string_view first = names.text(ids.front());
  for (std::size_t i = 0; i < ids.size(); ++i) {
    EXPECT_EQ(names.text(ids[i]), many_texts()[i]);
    EXPECT_EQ(names.find<Thing>(many_texts()[i]), ids[i]);
    EXPECT_EQ(names.intern<Thing>(many_texts()[i]), ids[i]);
  }
  EXPECT_EQ(first.data(), names.text(ids.front()).data()) << "texts do not move";
  EXPECT_FALSE(names.find<Thing>("never said"));
  EXPECT_FALSE(names.intern<Thing>(""));
}

TEST(Names, of_a_file_are_found_there_and_new_ones_come_after_them) {
  Names made;
  for (const auto& text : many_texts()) made.intern<Thing>(text);
  const NameTable table = made.table();
  Names read{table.columns(), nullptr};
  EXPECT_EQ(read.size(), made.size());
  for (const auto& text : many_texts()) EXPECT_EQ(read.find<Thing>(text), made.find<Thing>(text));
  EXPECT_FALSE(read.find<Thing>("new"));
  const auto added = read.intern<Thing>("new");
  EXPECT_EQ(added.value, made.size());
  EXPECT_EQ(read.text(added), "new");
  EXPECT_EQ(read.find<Thing>("new"), added);
  for (int i = 0; i < 1000; ++i) read.intern<Thing>("more " + std::to_string(i));
  EXPECT_EQ(read.text(read.find<Thing>("more 999")), "more 999");
  EXPECT_EQ(read.size(), made.size() + 1001);
  const NameTable again = read.table();
  EXPECT_EQ(again.columns().find("more 500"), read.find<Thing>("more 500").value);
}

}  // namespace
}  // namespace vigie
