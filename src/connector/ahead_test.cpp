#include "connector/ahead.h"

#include <gtest/gtest.h>

#include <stdexcept>
#include <vector>

namespace vigie {
namespace {

/// Pieces of a test, then an end or a failure.
class Pieces final : public Source {
 public:
  Pieces(std::vector<std::string> pieces, bool fails) : pieces_(std::move(pieces)), fails_(fails) {}
  std::string_view next() override {
    if (given_ < pieces_.size()) return pieces_[given_++];
    if (fails_) throw std::runtime_error("the disk went away");
    return {};
  }
  std::uint64_t bytes_read() const override { return given_; }
  std::optional<std::uint64_t> bytes_total() const override { return pieces_.size(); }

 private:
  std::vector<std::string> pieces_;
  std::size_t given_ = 0;
  bool fails_;
};

std::vector<std::string> many() {
  std::vector<std::string> pieces;
  for (int i = 0; i < 1000; ++i) pieces.push_back("piece " + std::to_string(i));
  return pieces;
}

TEST(ReadAhead, gives_the_same_pieces_in_the_same_order) {
  const auto source = read_ahead(std::make_unique<Pieces>(many(), false));
  for (const std::string& piece : many()) ASSERT_EQ(source->next(), piece);
  EXPECT_TRUE(source->next().empty());
  EXPECT_TRUE(source->next().empty()) << "and stays at the end";
  EXPECT_EQ(source->bytes_total(), 1000U);
}

TEST(ReadAhead, throws_what_the_source_threw_after_the_pieces_before_it) {
  const auto source = read_ahead(std::make_unique<Pieces>(many(), true));
  for (const std::string& piece : many()) ASSERT_EQ(source->next(), piece);
  EXPECT_THROW(source->next(), std::runtime_error);
}

TEST(ReadAhead, may_be_left_in_the_middle) {
  for (int pieces = 0; pieces < 20; ++pieces) {
    const auto source = read_ahead(std::make_unique<Pieces>(many(), false));
    for (int i = 0; i < pieces; ++i) ASSERT_FALSE(source->next().empty());
  }
}

}  // namespace
}  // namespace vigie
