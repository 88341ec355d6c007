import pytest

import generated
import shipped


@pytest.mark.parametrize("path", sorted(generated.files()), ids=lambda path: str(path.relative_to(shipped.DEPLOY)))
def test_a_generated_file_is_the_one_that_its_sources_make(path):
    made = generated.files()[path]
    assert path.exists() and path.read_text(encoding="utf-8") == made, "out of date: run deploy/verify update and commit what it writes"
