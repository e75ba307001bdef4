from pages_conftest import open_page

__all__ = ["open_page"]
