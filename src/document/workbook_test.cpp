#include "document/workbook.h"

#include <gmock/gmock.h>
#include <zip.h>

#include <array>

#include "engine/time/zones_for_test.h"

namespace vigie {
namespace {

using testing::HasSubstr;
using testing::Not;

/// What a part of the package says.
std::string part(const std::string& bytes, const char* name) {
  zip_error_t error;
  zip_source_t* const source = zip_source_buffer_create(bytes.data(), bytes.size(), 0, &error);
  zip_t* const package = zip_open_from_source(source, ZIP_RDONLY, &error);
  if (package == nullptr) return "no package";
  std::string text;
  if (zip_file_t* const file = zip_fopen(package, name, 0)) {
    std::array<char, 4'096> piece{};
    for (zip_int64_t read = 0; (read = zip_fread(file, piece.data(), piece.size())) > 0;)
      text.append(piece.data(), static_cast<std::size_t>(read));
    zip_fclose(file);
  }
  zip_close(package);
  return text;
}

constexpr const char* table = "xl/worksheets/sheet1.xml";

class WorkbookTest : public testing::Test {
 protected:
  std::string book(const std::vector<std::vector<SheetCell>>& rows) {
    const std::vector<std::string> titles{"Reference", "Opened at", "Minutes left"};
    Workbook workbook{"Tickets", titles, *zones_.find("Europe/Paris")};
    for (const auto& row : rows) workbook.add(row);
    const std::vector<std::pair<std::string, std::string>> things{{"Zone", "Europe/Paris"}};
    return workbook.finish("About", things);
  }

  ZonesForTest zones_;
};

TEST_F(WorkbookTest, a_cell_has_the_type_of_what_it_holds) {
  const Instant opened =
      std::chrono::sys_days{std::chrono::July / 1 / 2026} + std::chrono::hours{22};
  const std::string sheet = part(book({{"INC-1", opened, std::int64_t{-5}}}), table);
  EXPECT_THAT(sheet, HasSubstr("<t>INC-1</t>"));
  // Midnight of 2 July in Paris, in days since 1900: Excel's own count.
  EXPECT_THAT(sheet, HasSubstr("<v>46205</v>"));
  EXPECT_THAT(sheet, HasSubstr("<v>-5</v>"));
  EXPECT_THAT(sheet, HasSubstr("<autoFilter ref=\"A1:C2\"/>"));
  EXPECT_THAT(sheet, HasSubstr("state=\"frozen\""));
}

TEST_F(WorkbookTest, a_text_is_never_a_formula_nor_markup) {
  const std::string sheet = part(book({{"=1+1"}, {"<b>&\x01"}}), table);
  EXPECT_THAT(sheet, HasSubstr("<t>=1+1</t>"));
  EXPECT_THAT(sheet, Not(HasSubstr("<f>")));
  EXPECT_THAT(sheet, HasSubstr("&lt;b&gt;&amp;_x0001_"));
}

TEST_F(WorkbookTest, a_text_is_cut_where_a_cell_ends_between_two_characters) {
  std::string longest;
  for (int i = 0; i < 32'767; ++i) longest += "é";
  const std::string sheet = part(book({{longest + "é!"}}), table);
  EXPECT_THAT(sheet, HasSubstr("<t>" + longest + "</t>"));
}

TEST_F(WorkbookTest, its_last_sheet_says_what_it_is) {
  const std::string bytes = book({});
  EXPECT_THAT(part(bytes, "xl/workbook.xml"), HasSubstr("name=\"About\""));
  EXPECT_THAT(part(bytes, "xl/worksheets/sheet2.xml"), HasSubstr("<t>Europe/Paris</t>"));
}

TEST_F(WorkbookTest, a_name_that_a_tab_cannot_have_is_told) {
  const std::vector<std::string> titles{"Reference"};
  EXPECT_THROW((Workbook{"a:b", titles, *zones_.find("Europe/Paris")}), std::runtime_error);
}

}  // namespace
}  // namespace vigie
