// Every page of `cases` is a test: the engine must find what the page says by hand.
#include <gtest/gtest.h>

#include <cstdlib>
#include <fstream>

#include "answer.h"
#include "connector/zone_folder.h"
#include "laws.h"
#include "pages.h"
#include "rewrite.h"

namespace vigie::cases {

namespace {

bool is_updating() {
  const char* value = std::getenv("VIGIE_UPDATE_CASES");
  return value != nullptr && *value != '\0';
}

std::string at(const Place& place) { return place.file + ":" + std::to_string(place.line); }

class CaseTest : public testing::Test {
 public:
  explicit CaseTest(std::filesystem::path page) : page_(std::move(page)) {}

  void TestBody() override {
    const auto text = text_of(page_);
    auto read = read_case(text, page_.string(), zones_);
    for (const auto& fault : read.faults) {
      ADD_FAILURE() << at(fault.place) << "  " << message_of(fault, Language::en);
    }
    if (!read.file) return;
    for (const auto& variant : read.file->variants) check(*read.file, variant);
    if (is_updating() && !replacements_.empty()) {
      std::ofstream{page_, std::ios::binary} << rewritten(text, std::move(replacements_));
    }
  }

 private:
  void check(CaseFile& file, const CaseVariant& variant) {
    const auto terms = ready(variant.terms, zones_, file.names);
    const auto as_written = ready(file.variants.front().terms, zones_, file.names);
    const auto& first = variant.readings.front();
    report(file, variant, answers_about_terms(first.expect, terms));
    if (first.expect.find("faults") != nullptr) return;
    for (const auto& fault : terms.faults) {
      ADD_FAILURE() << at(fault.place) << "  " << message_of(fault, Language::en);
    }
    if (!terms.faults.empty()) return;
    for (const auto& reading : variant.readings) {
      const auto outcome =
          judged({.file = file, .terms = terms, .as_written = as_written}, reading);
      report(file, variant, answers_to(reading.expect, outcome));
      for (const auto& law : broken_laws(outcome)) ADD_FAILURE() << page_.string() << "  " << law;
    }
  }

  void report(const CaseFile& file, const CaseVariant& variant,
              const std::vector<Answer>& answers) {
    for (const auto& answer : answers) {
      if (answer.agrees) continue;
      if (is_updating() && answer.can_be_written) {
        replacements_.push_back({answer.expected->place, answer.computed});
        continue;
      }
      ADD_FAILURE() << file.title << (variant.title.empty() ? "" : "\n  what if: " + variant.title)
                    << "\n  " << at(answer.expected->place) << "  " << answer.about
                    << "\n    expected  " << written(*answer.expected) << "\n    computed  "
                    << answer.computed;
    }
  }

  static std::string written(const YamlNode& node) {
    std::string text;
    for (const auto& item : node.items) text += (text.empty() ? "" : ", ") + item.text;
    if (node.kind == YamlKind::list) return "[" + text + "]";
    for (const auto& entry : node.entries) {
      text += (text.empty() ? "" : ", ") + entry.key + ": " + written(entry.value);
    }
    return node.kind == YamlKind::mapping ? "{" + text + "}" : node.text;
  }

  std::filesystem::path page_;
  ZoneFolder zones_;
  std::vector<Replacement> replacements_;
};

}  // namespace

}  // namespace vigie::cases

int main(int argc, char** argv) {
  testing::InitGoogleTest(&argc, argv);
  for (const auto& page : vigie::cases::pages()) {
    const auto folder = page.parent_path().filename().string();
    testing::RegisterTest(folder.c_str(), page.stem().c_str(), nullptr, nullptr, page.c_str(), 1,
                          [page]() -> testing::Test* { return new vigie::cases::CaseTest{page}; });
  }
  return RUN_ALL_TESTS();
}
